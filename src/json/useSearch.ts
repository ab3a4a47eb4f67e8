'use client';
import { useEffect, useMemo, useState } from 'react';
import type { JsonDocument } from './document.ts';
import type { Redaction } from './redaction.ts';
import { patternFor } from './scan.ts';
import { type Search, searchSteps } from './search.ts';
import { inSlices } from './slices.ts';

/** Milliseconds between two looks at what a long search has found so far. */
const interval = 100;

/** What a search has found. */
export interface Found {
  /** What it looks for, in whichever way it is escaped; null while nothing is searched. */
  readonly pattern: RegExp | null;
  /** The nodes that match, in order; more may be added behind the first `count`. */
  readonly nodes: readonly number[];
  readonly count: number;
  /** Whether the whole document was searched. */
  readonly isDone: boolean;
}

/** Searches in slices; the first match is answered as soon as it is found. */
export function useSearch(document: JsonDocument, { query, scope }: Search, redaction: Redaction): Found {
  const search = useMemo(
    () =>
      query ? { document, query, scope, redaction, pattern: patternFor(query, document.text, 'i') } : null,
    [document, query, scope, redaction],
  );
  const [found, setFound] = useState<(Found & { readonly search: unknown }) | null>(null);

  useEffect(() => {
    if (!search) return undefined;
    const controller = new AbortController();
    const nodes: number[] = [];
    let lookAt = 0;
    const look = (isDone: boolean) => {
      lookAt = performance.now() + interval;
      setFound({ search, pattern: search.pattern, nodes, count: nodes.length, isDone });
    };
    void inSlices(searchSteps(search, nodes), controller.signal, () => {
      if (nodes.length > 0 && performance.now() > lookAt) look(false);
    }).then(() => look(true));
    return () => controller.abort();
  }, [search]);

  if (search && found?.search === search) return found;
  return { pattern: search?.pattern ?? null, nodes: [], count: 0, isDone: !search };
}
