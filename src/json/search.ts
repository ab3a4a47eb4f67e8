import type { JsonDocument } from './document.ts';
import { type Redaction, redactedAround } from './redaction.ts';
import { scan } from './scan.ts';
import { isEscaped } from './source.ts';

/** Where a search looks. */
export type SearchScope = 'all' | 'keys' | 'values';

export interface Search {
  readonly query: string;
  readonly scope: SearchScope;
}

/** A search of a document. */
interface DocumentSearch extends Search {
  readonly document: JsonDocument;
  /** The query as {@link patternFor} the document's text. */
  readonly pattern: RegExp;
  /** What is hidden from it. */
  readonly redaction: Redaction;
}

/** Adds to `found` the nodes whose key or own value holds the query, in order. */
export function* searchSteps(
  { document, query, pattern, scope, redaction }: DocumentSearch,
  found: number[],
): Generator<undefined, void> {
  const { text, size } = document;
  yield* scan(text, pattern, query.length, (start, end) => {
    const before = document.nodeAt(start);
    const isValue = before >= 0 && !document.isContainer(before) && end <= document.end(before);
    const node = isValue ? before : before + 1;
    const isWanted =
      node < size &&
      scope !== (isValue ? 'keys' : 'values') &&
      (isValue || isInKey(document, node, start, end)) &&
      !isInEscape(text, start) &&
      redactedAround(document, redaction, isValue ? node : document.parent(node)) < 0;
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
    const end = start + match[0].length;
    if (isInEscape(text, start)) at = start + 1;
    else {
      matches.push([start, end]);
      at = end;
    }
  }
  return matches;
}
