'use client';
import { memo, type ReactNode } from 'react';
import type { JsonDocument } from './document.ts';
import type { FindMatches } from './Matches.tsx';
import type { CountFormat, TreeMessages } from './messages.ts';
import { wholeCharacter } from './source.ts';
import { visibleText } from './visibleText.tsx';

/** Characters of a key or value that a row shows before it cuts. */
const cut = 160;

/** How far into a long value a match is looked for that the row could begin with. */
const lookahead = 100_000;

/** Levels that are indented; deeper ones stand under each other. */
const deepestIndent = 16;

const plainKey = /^[\p{L}\p{N}_$-]+$/u;

/** Whether a row cannot show the value as it is: it is long, or a string with escapes. */
export function hasMore(document: JsonDocument, node: number): boolean {
  if (document.isContainer(node)) return false;
  const source = document.source(node);
  return source.length > cut || source.includes('\\');
}

export interface RowProps {
  /** What the ids of the tree begin with. */
  readonly treeId: string;
  readonly document: JsonDocument;
  readonly node: number;
  /** Whether what is in the node shows; undefined where nothing is in it. */
  readonly isOpen: boolean | undefined;
  readonly isCurrent: boolean;
  /** It is the current row, kept while it is out of sight, because it may have the focus. */
  readonly isAway: boolean;
  /** Whether its value can be hidden, and whether it is. */
  readonly canHide: boolean;
  readonly isHidden: boolean;
  /** Finds what is searched for. */
  readonly find: FindMatches | undefined;
  readonly messages: TreeMessages;
  readonly count: CountFormat;
}

/** One value in one line. */
export const Row = /* @__PURE__ */ memo(function Row({
  treeId,
  document,
  node,
  isOpen,
  isCurrent,
  isAway,
  canHide,
  isHidden,
  find,
  messages,
  count,
}: RowProps) {
  const above = document.parent(node);
  const kind = document.kind(node);
  const level = document.depth(node) + 1;

  let value: ReactNode = messages.hidden;
  let more = canHide && messages[isHidden ? 'show' : 'hide'];
  if (!isHidden && (kind === 'object' || kind === 'array')) {
    const size = document.count(node);
    const [open, close] = kind === 'object' ? '{}' : '[]';
    value = size > 0 ? `${open} ${count(messages[kind], size)} ${close}` : `${open}${close}`;
  } else if (!isHidden) {
    const [start, end] = [document.start(node), document.end(node)];
    value = excerpt(document.text, start, end, find);
    if (end - start > cut) more ||= messages.showAll;
  }

  let label: ReactNode = document.index(node);
  const isMember = document.isMember(node);
  if (isMember) {
    let [start, end] = document.keyRange(node);
    // Quotes that add nothing.
    if (end - start <= cut && plainKey.test(document.text.slice(start + 1, end - 1))) {
      start += 1;
      end -= 1;
    }
    label = excerpt(document.text, start, end, find);
  }

  return (
    <div
      id={treeId + node}
      role="treeitem"
      aria-level={level}
      aria-setsize={above < 0 ? 1 : document.count(above)}
      aria-posinset={document.index(node) + 1}
      aria-expanded={isOpen}
      aria-selected={isCurrent}
      aria-describedby={isCurrent ? `${treeId}path` : undefined}
      tabIndex={isCurrent ? 0 : -1}
      data-lk-part="json-row"
      data-away={isAway ? '' : undefined}
    >
      <span data-lk-part="json-indent" aria-hidden="true">
        {'\t'.repeat(Math.min(level - 1, deepestIndent))}
        <span data-lk-part="json-arrow">{isOpen === undefined ? null : isOpen ? '▾' : '▸'}</span>
      </span>
      <span data-lk-part="json-text" dir="ltr">
        {above >= 0 && (
          <span data-lk-part="json-key" data-kind={isMember ? undefined : 'index'}>
            {label}
          </span>
        )}
        {above >= 0 && ': '}
        <span data-lk-part="json-value" data-kind={isHidden ? 'hidden' : kind}>
          {value}
        </span>
      </span>
      {more && <span data-lk-part="json-more">{more}</span>}
    </div>
  );
});

/** A stretch of the text, cut where it is long, with what a search has found in it. */
function excerpt(text: string, start: number, end: number, find: FindMatches = () => []): ReactNode {
  let from = start;
  if (end - start > cut) {
    const [match] = find(start, Math.min(end, start + lookahead));
    if (match && match[1] > start + cut) from = wholeCharacter(text, match[0] - 20);
  }
  const to = end - from > cut ? wholeCharacter(text, from + cut) : end;
  const pieces: ReactNode[] = [from > start && '…'];
  let at = from;
  for (const [first, last] of find(from, to)) {
    pieces.push(
      visibleText(text.slice(at, first)),
      <mark key={first} data-lk-part="json-mark">
        {visibleText(text.slice(first, last))}
      </mark>,
    );
    at = last;
  }
  return [...pieces, visibleText(text.slice(at, to)), to < end && '…'];
}
