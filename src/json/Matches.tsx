'use client';
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { Button } from './Button.tsx';
import type { JsonDocument } from './document.ts';
import type { Hidden } from './hidden.ts';
import { type CountFormat, format, type TreeMessages } from './messages.ts';
import { countBelow } from './order.ts';
import { patternSource } from './scan.ts';
import { type SearchMessages, searchMessages } from './Matches.messages.ts';
import { matchesWithin, type SearchScope } from './search.ts';
import { useSearch } from './useSearch.ts';

/** Where a search has found something between two offsets: pairs of start and end. */
export type FindMatches = (from: number, to: number) => readonly (readonly [start: number, end: number])[];

/** What finds a query in stretches of a text. */
export function findIn(text: string, query: string): FindMatches {
  const pattern = new RegExp(patternSource(query, text), 'i');
  return (from, to) => matchesWithin(text, pattern, from, to);
}

interface MatchesProps {
  readonly document: JsonDocument;
  readonly query: string;
  readonly scope: SearchScope;
  readonly hidden: Hidden;
  /** What the search belongs to: with another it begins anew. */
  readonly of: unknown;
  readonly current: number;
  /** Where the current node is, in words. */
  readonly path: string;
  readonly onGoTo: (node: number) => void;
  /** Goes forward or back by a match. */
  readonly stepRef: Ref<(by: number) => void>;
  readonly messages: TreeMessages & Partial<SearchMessages>;
  readonly count: CountFormat;
}

/** Searches, goes to the first match, says how many there are, and goes on from match to match. */
export function Matches({
  document,
  query,
  scope,
  hidden,
  of,
  current,
  path,
  onGoTo,
  stepRef,
  messages: given,
  count,
}: MatchesProps): ReactNode {
  const messages = { ...searchMessages, ...given };
  const found = useSearch(document, query, scope, hidden);
  const [firstFound] = found.nodes;
  const visited = useRef<readonly unknown[]>([]);
  useEffect(() => {
    const search = [of, query, scope];
    if (firstFound === undefined || search.every((each, index) => each === visited.current[index])) return;
    visited.current = search;
    onGoTo(firstFound);
  });

  const index = countBelow(found.nodes, current);
  const isMatch = found.nodes[index] === current;
  const step = (by: number) => {
    const to = index + (by > 0 && !isMatch ? 0 : by);
    const node = found.nodes[(to + found.count) % found.count];
    if (node !== undefined) onGoTo(node);
  };
  useImperativeHandle(stepRef, () => step);

  let text = found.isDone ? messages.noMatch : '';
  if (found.count > 0) text = count(messages.matches, found.count);
  if (isMatch) {
    const [place, all] = [index + 1, found.count].map((each) => count('{count}', each));
    text = format(messages.match, { index: `${place}`, count: `${all}` });
  }
  return (
    <>
      <span role="status" data-lk-part="json-status">
        {text}
        {isMatch && <span data-lk-part="status">, {path}</span>}
      </span>
      <Button aria-label={messages.previous} aria-disabled={!found.count} onClick={() => step(-1)}>
        ↑
      </Button>
      <Button aria-label={messages.next} aria-disabled={!found.count} onClick={() => step(1)}>
        ↓
      </Button>
    </>
  );
}

const scopes: readonly SearchScope[] = ['all', 'keys', 'values'];

interface ScopesProps {
  readonly scope: SearchScope;
  readonly onChange: (scope: SearchScope) => void;
  readonly messages: MatchesProps['messages'];
}

/** The choice of where to search. */
export function Scopes({ scope, onChange, messages: given }: ScopesProps): ReactNode {
  const messages = { ...searchMessages, ...given };
  return (
    <select
      data-lk-part="json-select"
      aria-label={messages.searchIn}
      value={scope}
      onChange={({ target }) => onChange(scopes[target.selectedIndex] ?? 'all')}
    >
      {scopes.map((each) => (
        <option key={each} value={each}>
          {messages[each]}
        </option>
      ))}
    </select>
  );
}
