import type { ReactNode } from 'react';
import type { HeadingLevel } from './LicenseContext.ts';

/** The heading of a section, one rank below the card's. A function, and no component: a long page has thousands. */
export function sectionHeading(level: HeadingLevel, words: ReactNode) {
  const Heading = `h${Math.min(6, level + 1)}` as `h${HeadingLevel}`;
  return <Heading data-lk-part="section-heading">{words}</Heading>;
}
