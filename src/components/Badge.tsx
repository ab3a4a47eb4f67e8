import type { ComponentPropsWithRef, ReactNode } from 'react';
import { glyph } from './Glyph.tsx';
import type { Tone } from './tone.ts';

export interface BadgeAttributes extends ComponentPropsWithRef<'span'> {
  /** For what the kit does not know: an outline in place of a color. */
  'data-outlined'?: '' | undefined;
}

/** A word or two on a tone, maybe behind a stroke. Like {@link glyph} a function, because a long page has thousands. */
export const badge = (tone: Tone, words: ReactNode, path?: string, attributes?: BadgeAttributes) => (
  <span {...attributes} data-lk-part="badge" data-tone={tone}>
    {path ? glyph(path) : null}
    {words}
  </span>
);
