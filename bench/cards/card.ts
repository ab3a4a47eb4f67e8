import type { ComponentType, ReactNode } from 'react';
import type { License } from '../../src/license/index.ts';

/** One way to draw a license. */
export interface Candidate {
  Card: ComponentType<{ license: License }>;
  /** What its cards need around them. */
  Page?: ComponentType<{ children: ReactNode }>;
}

/** What every candidate shows on its second side, whose data never comes here. */
export const loading = 'Loading the vendor’s data…';

export const fetchedAt = Date.now();

/** The same function for every card and every rendering, as a host would give. */
export const refresh = () => {};
