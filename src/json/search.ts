import type { JsonDocument } from './document.ts';
import { type Hidden, isHidden } from './hidden.ts';
import { scan } from './scan.ts';
import { isEscaped } from './source.ts';

/** Where a search looks. */
export type SearchScope = 'all' | 'keys' | 'values';

/** A search of a document. */
export interface Search {
  readonly document: JsonDocument;
  readonly query: string;
  /** The query as a pattern of the document's text. */
  readonly pattern: RegExp;
  readonly scope: SearchScope;
  readonly hidden: Hidden;
}

/** Adds to `found` the nodes whose key or own value holds the query, in order. */
export function searchSteps(
  { document, query, pattern, scope, hidden }: Search,
  found: number[],
): Generator<undefined, void> {
  const { text, size } = document;
  return scan(text, pattern, query.length, (start, end) => {
    const before = document.nodeAt(start);
    const isValue = before >= 0 && !document.isContainer(before) && end <= document.end(before);
    const node = isValue ? before : before + 1;
    const isWanted =
      node < size &&
      scope !== (isValue ? 'keys' : 'values') &&
      (isValue || isInKey(document, node, start, end)) &&
      !isInEscape(text, start) &&
      !isHidden(document, hidden, isValue ? node : document.parent(node));
    if (!isWanted) return start + 1;
    found.push(node);
    return document.isContainer(node) ? document.start(node) : document.end(node);
  });
}

function isInKey(document: JsonDocument, node: number, start: number, end: number): boolean {
  if (!document.isMember(node)) return false;
  const [keyStart, keyEnd] = document.keyRange(node);
  return start > keyStart && end < keyEnd;
}

/** Whether a match would start in the middle of an escape. */
function isInEscape(text: string, offset: number): boolean {
  for (let back = 1; back < 6; back += 1) {
    const at = offset - back;
    if (text[at] === '\\' && !isEscaped(text, at)) return back < (text[at + 1] === 'u' ? 6 : 2);
  }
  return false;
}

/** Where the query stands in a stretch of source: pairs of start and end. */
export function matchesWithin(
  text: string,
  pattern: RegExp,
  from: number,
  to: number,
): [start: number, end: number][] {
  const matches: [number, number][] = [];
  for (let at = from; at < to;) {
    const match = pattern.exec(text.slice(at, to));
    if (!match) break;
    const start = at + match.index;
    at = start + 1;
    if (isInEscape(text, start)) continue;
    at = start + match[0].length;
    matches.push([start, at]);
  }
  return matches;
}
