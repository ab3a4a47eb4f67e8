import { countOf, endOf, type JsonDocument, keyRangeOf, parentOf, startOf } from './document.ts';
import type { Redaction } from './redaction.ts';
import { scan } from './scan.ts';

/** Where a search looks. */
export type SearchScope = 'all' | 'keys' | 'values';

/** A search of a document. */
export interface Search {
  readonly document: JsonDocument;
  readonly pattern: RegExp;
  readonly scope: SearchScope;
}

/** Adds to `found` the nodes whose key or own value holds what is searched for, in order, but for what is hidden. */
export function searchSteps(
  { document, pattern, scope }: Search,
  redaction: Redaction | undefined,
  found: number[],
): Generator<undefined, void> {
  /** The first node that starts after the match. */
  let after = 0;
  return scan(document.text, pattern, (start, end) => {
    while (after < document.size && startOf(document, after) <= start) after += 1;
    const before = after - 1;
    const isValue = before >= 0 && !countOf(document, before) && end <= endOf(document, before);
    const node = isValue ? before : after;
    // The key of a hidden value shows.
    const holder = isValue ? node : parentOf(document, node);
    const isWanted =
      scope !== (isValue ? 'keys' : 'values') &&
      (isValue || isInKey(document, node, start, end)) &&
      !redaction?.covers(holder) &&
      found.at(-1) !== node;
    if (isWanted) found.push(node);
  });
}

/** Whether a match is in a node's key. After the last node there is none: its range would end at 0. */
function isInKey(document: JsonDocument, node: number, start: number, end: number): boolean {
  const range = keyRangeOf(document, node);
  return range !== undefined && start > range[0] && end < range[1];
}
