import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import { glyph } from './Glyph.tsx';
import type { Tone } from './tone.ts';

interface BadgeProps extends ComponentPropsWithoutRef<'span'> {
  tone: Tone;
  /** The stroke before the words. */
  path?: string | undefined;
  /** For what the kit does not know: an outline in place of a color. */
  isOutlined?: boolean;
}

/** A word or two on a tone. */
export const Badge = /* @__PURE__ */ forwardRef<HTMLSpanElement, BadgeProps>(function Badge(
  { tone, path, isOutlined, children, ...rest },
  ref,
) {
  return (
    <span
      {...rest}
      ref={ref}
      data-lk-part="badge"
      data-tone={tone}
      data-outlined={isOutlined ? '' : undefined}
    >
      {path ? glyph(path) : null}
      {children}
    </span>
  );
});
