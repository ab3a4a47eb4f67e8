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

/** Finds the nodes whose key or own value holds what is searched for, in order, but for what is hidden. */
export function* searchSteps(
  { document, pattern, scope }: Search,
  redaction: Redaction | undefined,
): Generator<undefined, number[]> {
  const found: number[] = [];
  /** The first node that starts after the match. */
  let after = 0;
  yield* scan(document.text, pattern, (start, end) => {
    while (after < document.size && startOf(document, after) <= start) after += 1;
    const before = after - 1;
    const isValue = before >= 0 && !countOf(document, before) && end <= endOf(document, before);
    const node = isValue ? before : after;
    // Between keys and values nothing is found. After the last node there is no key: its range would end at 0.
    const [from, to] = isValue ? [0, end + 1] : (keyRangeOf(document, node) ?? [end, end]);
    const isWanted =
      scope !== (isValue ? 'keys' : 'values') &&
      start >= from &&
      end < to &&
      // The key of a hidden value shows.
      !redaction?.covers(isValue ? node : parentOf(document, node)) &&
      found.at(-1) !== node;
    if (isWanted) found.push(node);
  });
  return found;
}
