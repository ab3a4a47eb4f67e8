'use client';
import { memo, type ReactNode } from 'react';
import type { JsonDocument } from './document.ts';
import type { CountFormat, JsonTreeMessages } from './messages.ts';
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
  const start = document.start(node);
  const end = document.end(node);
  return end - start > cut || document.text.slice(start, end).includes('\\');
}

interface SourceProps {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly pattern: RegExp | null;
}

/** A stretch of the text, cut where it is long, with what a search has found in it. */
function Source({ text, start, end, pattern }: SourceProps): ReactNode {
  let from = start;
  if (pattern && end - start > cut) {
    const [match] = matchesWithin(text, pattern, start, Math.min(end, start + lookahead));
    if (match && match[1] > start + cut) from = wholeCharacter(text, match[0] - 20);
  }
  const to = end - from > cut ? wholeCharacter(text, from + cut) : end;
  const marks = pattern ? matchesWithin(text, pattern, from, to) : [];
  const pieces: ReactNode[] = [];
  let at = from;
  for (const [markStart, markEnd] of marks) {
    pieces.push(
      <Visible key={at} text={text.slice(at, markStart)} />,
      <mark key={markStart} data-lk-part="json-mark">
        <Visible text={text.slice(markStart, markEnd)} />
      </mark>,
    );
    at = markEnd;
  }
  return (
    <>
      {from > start ? '…' : null}
      {pieces}
      <Visible text={text.slice(at, to)} />
      {to < end ? '…' : null}
    </>
  );
}

export interface RowProps {
  readonly id: string;
  readonly document: JsonDocument;
  readonly node: number;
  readonly level: number;
  /** Whether what is in the node shows; undefined where nothing is in it. */
  readonly isOpen: boolean | undefined;
  readonly isCurrent: boolean;
  /** The element that says the path of the current row. */
  readonly describedBy: string;
  /** It is the current row, kept while it is out of sight, because it may have the focus. */
  readonly isAway: boolean;
  /** Whether the value is to be hidden, and if so whether it is shown all the same. */
  readonly redaction: 'hidden' | 'shown' | undefined;
  readonly pattern: RegExp | null;
  readonly messages: JsonTreeMessages;
  readonly count: CountFormat;
}

/** One value in one line. */
export const Row = /* @__PURE__ */ memo(function Row({
  id,
  document,
  node,
  level,
  isOpen,
  isCurrent,
  describedBy,
  isAway,
  redaction,
  pattern,
  messages,
  count,
}: RowProps) {
  const { text } = document;
  const above = document.parent(node);
  const kind = document.kind(node);
  const size = document.count(node);
  const source = (start: number, end: number) => (
    <Source text={text} start={start} end={end} pattern={pattern} />
  );

  let value: ReactNode;
  let more: string | undefined;
  if (redaction === 'hidden') {
    value = messages.hidden;
    more = messages.show;
  } else {
    if (kind === 'object') value = size > 0 ? `{ ${count(messages.object, size)} }` : '{}';
    else if (kind === 'array') value = size > 0 ? `[ ${count(messages.array, size)} ]` : '[]';
    else {
      value = source(document.start(node), document.end(node));
      if (document.end(node) - document.start(node) > cut) more = messages.showAll;
    }
    if (redaction) more = messages.hide;
  }

  return (
    <div
      id={id}
      role="treeitem"
      aria-level={level}
      aria-setsize={above < 0 ? 1 : document.count(above)}
      aria-posinset={document.index(node) + 1}
      aria-expanded={isOpen}
      aria-selected={isCurrent}
      aria-describedby={isCurrent ? describedBy : undefined}
      tabIndex={isCurrent ? 0 : -1}
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
            <Label document={document} node={node} source={source} />
            {': '}
          </>
        )}
        <span data-lk-part="json-value" data-kind={redaction === 'hidden' ? 'hidden' : kind}>
          {value}
        </span>
      </span>
      {more === undefined ? null : <span data-lk-part="json-more">{more}</span>}
    </div>
  );
});

interface LabelProps {
  readonly document: JsonDocument;
  readonly node: number;
  readonly source: (start: number, end: number) => ReactNode;
}

/** The key, without its quotes where they add nothing; or the index. */
function Label({ document, node, source }: LabelProps): ReactNode {
  if (!document.isMember(node)) return <span data-lk-part="json-index">{document.index(node)}</span>;
  const [start, end] = document.keyRange(node);
  const isPlain = end - start <= cut && plainKey.test(document.text.slice(start + 1, end - 1));
  return <span data-lk-part="json-key">{isPlain ? source(start + 1, end - 1) : source(start, end)}</span>;
}
