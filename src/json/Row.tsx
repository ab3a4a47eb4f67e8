'use client';
import { memo, type ReactNode } from 'react';
import {
  countOf,
  depthOf,
  endOf,
  indexOf,
  type JsonDocument,
  keyRangeOf,
  kindOf,
  parentOf,
  startOf,
} from './document.ts';
import type { Words } from './messages.ts';
import { plainName } from './path.ts';
import type { SearchScope } from './search.ts';
import { visibleText } from './visibleText.tsx';
import { wholeCharacter } from './wholeCharacter.ts';

/** Characters of a key or value that a row shows before it cuts. */
export const cut = 160;

/** How far into a long value a match is looked for that the row could begin with. */
const lookahead = 100_000;

/** Levels that are indented; deeper ones stand under each other. */
const deepestIndent = 16;

export interface RowProps {
  readonly id: string;
  readonly document: JsonDocument;
  readonly node: number;
  /** Whether what is in the node shows; undefined where nothing is in it. */
  readonly isOpen: boolean | undefined;
  /** Of the current row the id of what says where it is. */
  readonly pathId: string | undefined;
  /** The current row is out of sight, and kept because it may have the focus. */
  readonly isAway: boolean;
  /** Whether its value is hidden; undefined where it cannot be. */
  readonly isHidden: boolean | undefined;
  /** Finds what is searched for. */
  readonly pattern: RegExp | undefined;
  readonly scope: SearchScope;
  readonly words: Words;
}

/** One value in one line. */
export const Row = /* @__PURE__ */ memo(function Row({
  id,
  document,
  node,
  isOpen,
  pathId,
  isAway,
  isHidden,
  pattern,
  scope,
  words,
}: RowProps) {
  const { text } = document;
  const depth = depthOf(document, node);
  const kind = kindOf(document, node);
  const size = countOf(document, node);
  const index = indexOf(document, node);

  const start = startOf(document, node);
  const end = endOf(document, node);
  const isLeaf = kind !== 'object' && kind !== 'array';
  const brackets = kind === 'object' ? '{}' : '[]';

  let value: ReactNode = words.hidden;
  if (!isHidden) {
    if (isLeaf) value = excerpt(text, start, end, scope === 'keys' ? undefined : pattern);
    else value = size ? `${brackets[0]} ${words.count(words[kind], size)} ${brackets[1]}` : brackets;
  }
  const more =
    isHidden === undefined
      ? isLeaf && end - start > cut && words.showAll
      : isHidden
        ? words.show
        : words.hide;

  let label: ReactNode = index;
  const key = keyRangeOf(document, node);
  if (key) {
    const [from, to] = key;
    // Quotes that add nothing.
    const quotes = Number(plainName.test(text.slice(from + 1, to - 1)));
    label = excerpt(text, from + quotes, to - quotes, scope === 'values' ? undefined : pattern);
  }

  return (
    <div
      role="treeitem"
      id={id}
      aria-posinset={index + 1}
      aria-selected={Boolean(pathId)}
      aria-expanded={isOpen}
      aria-describedby={pathId}
      tabIndex={pathId ? 0 : -1}
      aria-setsize={countOf(document, parentOf(document, node)) || 1}
      aria-level={depth + 1}
      data-away={pathId && isAway ? '' : undefined}
      data-lk-part="json-row"
    >
      <span data-lk-part="json-indent" aria-hidden="true">
        {'\t'.repeat(Math.min(depth, deepestIndent))}
        <span data-lk-part="json-arrow">{isOpen === undefined ? null : isOpen ? '▾' : '▸'}</span>
      </span>
      <span data-lk-part="json-text" dir="ltr">
        {node > 0 && (
          <span data-lk-part="json-key" data-kind={key ? undefined : 'index'}>
            {label}
          </span>
        )}
        {node > 0 && ': '}
        <span data-lk-part="json-value" data-kind={isHidden ? 'hidden' : kind}>
          {value}
        </span>
      </span>
      {more && <span data-lk-part="json-more">{more}</span>}
    </div>
  );
});

/** A stretch of the text, cut where it is long, with what a search has found in it. */
function excerpt(text: string, start: number, end: number, pattern: RegExp | undefined): ReactNode {
  const pieces: ReactNode[] = [];
  let from = start;
  let at = start;
  const searched = text.slice(start, Math.min(end, start + lookahead));
  for (const { 0: found, 1: escape, index } of pattern ? searched.matchAll(pattern) : []) {
    if (escape) continue;
    const first = start + index;
    const last = first + found.length;
    // What is found first has to be seen.
    if (at === start && last > start + cut) from = at = wholeCharacter(text, Math.max(start, first - 20));
    if (last > from + cut) break;
    pieces.push(
      visibleText(text.slice(at, first)),
      <mark key={first} data-lk-part="json-mark">
        {visibleText(found)}
      </mark>,
    );
    at = last;
  }
  const to = Math.min(end, wholeCharacter(text, from + cut));
  return [from > start && '…', ...pieces, visibleText(text.slice(at, to)), to < end && '…'];
}
