'use client';
import { Fragment, memo, type ReactNode } from 'react';
import type { JsonDocument } from './document.ts';
import type { CountFormat, TreeMessages } from './messages.ts';
import { matchesWithin } from './search.ts';
import { wholeCharacter } from './source.ts';
import { Visible } from './Visible.tsx';

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
  readonly id: string;
  readonly document: JsonDocument;
  readonly node: number;
  /** Whether what is in the node shows; undefined where nothing is in it. */
  readonly isOpen: boolean | undefined;
  /** The element that says its path, where it is the current row. */
  readonly describedBy: string | undefined;
  /** It is the current row, kept while it is out of sight, because it may have the focus. */
  readonly isAway: boolean;
  /** Whether the value is to be hidden, and if so whether it is shown all the same. */
  readonly redaction: 'hidden' | 'shown' | undefined;
  readonly pattern: RegExp | undefined;
  readonly messages: TreeMessages;
  readonly count: CountFormat;
}

/** One value in one line. */
export const Row = /* @__PURE__ */ memo(function Row({
  id,
  document,
  node,
  isOpen,
  describedBy,
  isAway,
  redaction,
  pattern,
  messages,
  count,
}: RowProps) {
  const above = document.parent(node);
  const kind = document.kind(node);
  const level = document.depth(node) + 1;

  let value: ReactNode;
  let more = redaction && messages.hide;
  if (redaction === 'hidden') {
    value = messages.hidden;
    more = messages.show;
  } else if (kind === 'object' || kind === 'array') {
    const size = document.count(node);
    const [open, close] = kind === 'object' ? '{}' : '[]';
    value = size > 0 ? `${open} ${count(messages[kind], size)} ${close}` : `${open}${close}`;
  } else {
    const range = [document.start(node), document.end(node)] as const;
    value = <Source text={document.text} range={range} pattern={pattern} />;
    if (range[1] - range[0] > cut) more ??= messages.showAll;
  }

  let label: ReactNode = document.index(node);
  if (document.isMember(node)) {
    let [start, end] = document.keyRange(node);
    // Quotes that add nothing.
    if (end - start <= cut && plainKey.test(document.text.slice(start + 1, end - 1))) {
      start += 1;
      end -= 1;
    }
    label = <Source text={document.text} range={[start, end]} pattern={pattern} />;
  }

  return (
    <div
      id={id}
      role="treeitem"
      aria-level={level}
      aria-setsize={above < 0 ? 1 : document.count(above)}
      aria-posinset={document.index(node) + 1}
      aria-expanded={isOpen}
      aria-selected={describedBy !== undefined}
      aria-describedby={describedBy}
      tabIndex={describedBy ? 0 : -1}
      data-lk-part="json-row"
      data-away={isAway ? '' : undefined}
    >
      <span data-lk-part="json-indent" aria-hidden="true">
        {'\t'.repeat(Math.min(level - 1, deepestIndent))}
        <span data-lk-part="json-arrow">{isOpen === undefined ? null : isOpen ? '▾' : '▸'}</span>
      </span>
      <span data-lk-part="json-text" dir="ltr">
        {above < 0 ? null : (
          <>
            <span data-lk-part="json-key" data-kind={document.isMember(node) ? undefined : 'index'}>
              {label}
            </span>
            {': '}
          </>
        )}
        <span data-lk-part="json-value" data-kind={redaction === 'hidden' ? redaction : kind}>
          {value}
        </span>
      </span>
      {more && <span data-lk-part="json-more">{more}</span>}
    </div>
  );
});

interface SourceProps {
  readonly text: string;
  readonly range: readonly [start: number, end: number];
  readonly pattern: RegExp | undefined;
}

/** A stretch of the text, cut where it is long, with what a search has found in it. */
function Source({ text, range: [start, end], pattern }: SourceProps): ReactNode {
  const matches = (from: number, to: number) => (pattern ? matchesWithin(text, pattern, from, to) : []);
  let from = start;
  if (end - start > cut) {
    const [match] = matches(start, Math.min(end, start + lookahead));
    if (match && match[1] > start + cut) from = wholeCharacter(text, match[0] - 20);
  }
  const to = end - from > cut ? wholeCharacter(text, from + cut) : end;
  const pieces: ReactNode[] = [];
  let at = from;
  for (const [first, last] of matches(from, to)) {
    pieces.push(
      <Fragment key={first}>
        <Visible text={text.slice(at, first)} />
        <mark data-lk-part="json-mark">
          <Visible text={text.slice(first, last)} />
        </mark>
      </Fragment>,
    );
    at = last;
  }
  return (
    <>
      {from > start && '…'}
      {pieces}
      <Visible text={text.slice(at, to)} />
      {to < end && '…'}
    </>
  );
}
