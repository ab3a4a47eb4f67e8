import type { ReactNode } from 'react';
import { glyph } from './Glyph.tsx';
import type { Tone } from './tone.ts';

/**
 * The props of a `span` that is a badge: a word or two on a tone, maybe behind a stroke. Like {@link glyph} a function,
 * because a long page has thousands.
 */
export const badge = (tone: Tone, words: ReactNode, path?: string) => ({
  'data-lk-part': 'badge',
  'data-tone': tone,
  children: (
    <>
      {path ? glyph(path) : null}
      {words}
    </>
  ),
});
