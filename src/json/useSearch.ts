'use client';
import { useEffect, useMemo, useState } from 'react';
import type { JsonDocument } from './document.ts';
import type { Hidden } from './hidden.ts';
import { patternSource } from './scan.ts';
import { type Search, type SearchScope, searchSteps } from './search.ts';
import { inSlices } from './slices.ts';

/** Milliseconds between two looks at what a long search has found so far. */
const interval = 100;

/** What a search has found. */
export interface Found {
  /** What is searched for; null while nothing is. */
  readonly search: Search | null;
  /** The nodes that match, in order; more may be added behind the first `count`. */
  readonly nodes: readonly number[];
  readonly count: number;
  /** Whether the whole document was searched. */
  readonly isDone: boolean;
}

/** Searches in slices; the first match is answered as soon as it is found. */
export function useSearch(document: JsonDocument, query: string, scope: SearchScope, hidden: Hidden): Found {
  const search = useMemo(
    () =>
      query
        ? { document, query, scope, hidden, pattern: new RegExp(patternSource(query, document.text), 'i') }
        : null,
    [document, query, scope, hidden],
  );
  const [found, setFound] = useState<Found | null>(null);

  useEffect(() => {
    if (!search) return undefined;
    const nodes: number[] = [];
    let lookAt = 0;
    const look = (isDone: boolean) => {
      lookAt = performance.now() + interval;
      setFound({ search, nodes, count: nodes.length, isDone });
    };
    return inSlices(
      searchSteps(search, nodes),
      () => look(true),
      () => {
        if (nodes.length > 0 && performance.now() > lookAt) look(false);
      },
    );
  }, [search]);

  return found && found.search === search ? found : { search, nodes: [], count: 0, isDone: false };
}
