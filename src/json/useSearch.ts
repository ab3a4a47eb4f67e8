'use client';
import { useEffect, useMemo, useState } from 'react';
import type { JsonDocument } from './document.ts';
import type { Redaction } from './redaction.ts';
import { patternOf } from './scan.ts';
import { type Search, type SearchScope, searchSteps } from './search.ts';
import { runInSlices } from './slices.ts';

interface Found {
  readonly search: Search;
  readonly nodes: readonly number[];
  readonly done: boolean | undefined;
}

interface SearchResult {
  /** Finds what is searched for; undefined while nothing is. */
  readonly pattern: RegExp | undefined;
  /** The nodes that match, in order, but for what is hidden. */
  readonly nodes: readonly number[];
  /** Whether the whole document was searched. */
  readonly done: boolean | undefined;
}

/** Searches in slices, and goes to the first match as soon as it is found. */
export function useSearch(
  document: JsonDocument,
  query: string,
  scope: SearchScope,
  redaction: Redaction | undefined,
  goTo: (node: number) => void,
): SearchResult {
  const search = useMemo(
    () => (query ? { document, scope, pattern: patternOf([query]) } : undefined),
    [document, query, scope],
  );
  const [latest, setLatest] = useState<Found>();
  useEffect(() => {
    if (!search) return undefined;
    const found: number[] = [];
    return runInSlices(searchSteps(search, redaction, found), (_, done) => {
      if (done || found.length > 0) setLatest({ search, nodes: found, done });
    });
  }, [search, redaction]);

  // With another redaction it is the same search, whose matches stay until there are new ones.
  const found = latest?.search === search ? latest : undefined;
  const nodes = found?.nodes ?? [];
  const isFound = nodes.length > 0;
  useEffect(() => {
    if (nodes[0] !== undefined) goTo(nodes[0]);
    // Once for each search.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isFound]);

  return { pattern: search?.pattern, nodes, done: found?.done };
}
