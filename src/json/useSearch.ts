'use client';
import { useEffect, useMemo, useState } from 'react';
import type { JsonDocument } from './document.ts';
import type { Redaction } from './redaction.ts';
import { patternOf } from './scan.ts';
import { type Search, type SearchScope, searchSteps } from './search.ts';
import { runInSlices } from './slices.ts';

/** Characters of what is searched for: an engine takes no pattern of any length. */
const longest = 999;

interface SearchResult {
  /** Finds what is searched for; undefined while nothing is. */
  readonly pattern: RegExp | undefined;
  /** The nodes that match, in order, but for what is hidden; undefined until the whole document was searched. */
  readonly nodes: readonly number[] | undefined;
}

/** Searches in slices, and goes to the first match. */
export function useSearch(
  document: JsonDocument,
  query: string,
  scope: SearchScope,
  redaction: Redaction | undefined,
  goTo: (node: number) => void,
): SearchResult {
  const search = useMemo(
    () => (query ? { document, scope, pattern: patternOf([query.slice(0, longest)]) } : undefined),
    [document, query, scope],
  );
  const [found, setFound] = useState<{ readonly search: Search; readonly nodes: readonly number[] }>();
  useEffect(() => {
    if (!search) return undefined;
    return runInSlices(searchSteps(search, redaction), (nodes) => setFound({ search, nodes }));
  }, [search, redaction]);

  // With another redaction it is the same search, whose matches stay until there are new ones.
  const nodes = found?.search === search ? found?.nodes : undefined;
  const finished = nodes && search;
  useEffect(() => {
    if (nodes?.[0] !== undefined) goTo(nodes[0]);
    // Once for each search.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [finished]);

  return { pattern: search?.pattern, nodes };
}
