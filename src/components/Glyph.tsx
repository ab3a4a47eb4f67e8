/**
 * One stroke in a 12 × 12 box, in the color and size of the text around it. Decorative: words stand beside it. A
 * function, and no component, because a long page has thousands.
 */
export const glyph = (path: string) => (
  <svg viewBox="0 0 12 12" aria-hidden="true" data-lk-part="glyph">
    <path d={path} />
  </svg>
);
