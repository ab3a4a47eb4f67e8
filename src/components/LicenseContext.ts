'use client';
import { createContext, useContext } from 'react';
import type { Progress, RemoteData } from '../client/index.ts';
import type { License, LicenseIssue, Vendor } from '../license/index.ts';
import type { Problem } from './problem.ts';

/** How a card's rows stand: `compact` fits about a third more of them. */
export type Density = 'comfortable' | 'compact';

/** The rank of a card's heading on its page; those inside the card rank below it. */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

/** The vendor's own body, as exact text. */
export interface LoadedRemoteData extends RemoteData {
  /** When it was fetched, in milliseconds since 1970; the moment it arrives unless given. */
  readonly fetchedAt?: number | undefined;
}

/** What {@link LoadRemoteData} is given. */
export interface LoadRemoteDataOptions {
  /** Aborted when nobody waits any more, or somebody cancels. */
  readonly signal: AbortSignal;
  /** To be told how far the body has arrived. */
  readonly onProgress: (progress: Progress) => void;
}

/** Fetches the vendor's own body, as exact text. */
export type LoadRemoteData = (options: LoadRemoteDataOptions) => Promise<LoadedRemoteData>;

/** What {@link License.Root} hands to the parts inside it. */
export interface LicenseContextValue {
  readonly license: License;
  readonly issues: readonly LicenseIssue[];
  readonly vendor: Vendor | undefined;
  readonly headingLevel: HeadingLevel;
  readonly fetchedAt: number | undefined;
  readonly isRefreshing: boolean;
  /** Why the last refresh failed: what is shown is older than it should be. */
  readonly problem: Problem | undefined;
  readonly onRefresh: (() => unknown) | undefined;
  readonly onReconnect: (() => unknown) | undefined;
  readonly loadRemoteData: LoadRemoteData | undefined;
  /** Has assistive technology say a text, politely and once. */
  readonly announce: (text: string) => void;
}

export const LicenseContext = /* @__PURE__ */ createContext<LicenseContextValue | null>(null);

/** The license around a part. Throws a text for developers where there is none. */
export function useLicenseContext(part: string): LicenseContextValue {
  const context = useContext(LicenseContext);
  if (!context) {
    throw new Error(`License.${part} needs <License.Root> around it.`);
  }
  return context;
}
