'use client';
import { type ClipboardEvent, type ReactNode, useEffect, useMemo } from 'react';
import { countBelow } from './order.ts';
import { selectionAround } from './selection.ts';
import { useWindow } from './useWindow.ts';
import { visibleText } from './visibleText.tsx';
import { wholeCharacter } from './wholeCharacter.ts';

/** Characters of a line: as many as a card is wide. */
const columns = 60;

/** Where each line of a text starts; long lines are broken. */
function lineStarts(text: string): number[] {
  const starts: number[] = [];
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    starts.push(start);
    for (let at = start + columns; at < end; at += columns) starts.push(wholeCharacter(text, at));
    start = end + 1;
  }
  return starts;
}

interface TextLinesProps {
  readonly text: string;
  readonly label: string;
  /** The offset of a character to point at. */
  readonly mark?: number;
}

/** A text of any size; only the lines in sight are drawn. */
export default function TextLines({ text, label, mark }: TextLinesProps): ReactNode {
  const starts = useMemo(() => lineStarts(text), [text]);
  const { viewport, style, first, last, scrollTo } = useWindow(starts.length);
  const isMeasured = style !== undefined;
  const marked = mark === undefined ? -1 : countBelow(starts, mark + 1) - 1;

  useEffect(() => {
    if (marked >= 0) scrollTo(marked);
    // Once, when the lines are measured: who has scrolled elsewhere stays there.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [text, marked, isMeasured]);

  /** Copies what is marked as it stands in the text: a line that was broken for its length is one line. */
  const onCopy = (event: ClipboardEvent<HTMLDivElement>) => {
    const range = selectionAround(event.currentTarget)?.getRangeAt(0);
    if (!range || range.collapsed || !event.currentTarget.contains(range.commonAncestorContainer)) return;
    const drawn = [...event.currentTarget.querySelectorAll('[data-lk-part="json-line"]')];
    const marked = drawn.map((line, index) => {
      if (!range.intersectsNode(line)) return '';
      const part = range.cloneRange();
      if (!line.contains(range.startContainer)) part.setStart(line, 0);
      if (!line.contains(range.endContainer)) part.setEnd(line, line.childNodes.length);
      const isNewLine = text[(starts[first + index] ?? 0) - 1] === '\n';
      return (isNewLine && !line.contains(range.startContainer) ? '\n' : '') + part;
    });
    event.preventDefault();
    event.clipboardData.setData('text/plain', marked.join(''));
  };

  const lines: ReactNode[] = [];
  for (let line = first; line < Math.min(last, starts.length); line += 1) {
    const start = starts[line] ?? 0;
    const content = text.slice(start, starts[line + 1]).replace(/\r?\n$/, '');
    const at = line === marked && mark !== undefined ? mark - start : content.length;
    const character = String.fromCodePoint(content.codePointAt(at) ?? 32);
    lines.push(
      <div key={line} data-lk-part="json-line" dir="ltr">
        {visibleText(content.slice(0, at))}
        {line === marked ? (
          <>
            <mark data-lk-part="json-mark">{visibleText(character)}</mark>
            {visibleText(content.slice(at + character.length))}
          </>
        ) : null}
      </div>,
    );
  }
  return (
    <div
      {...viewport}
      data-lk-part="json-viewport"
      role="region"
      aria-label={label}
      // What scrolls must be within reach of the keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onCopy={onCopy}
    >
      <div data-lk-part="json-rows" style={style}>
        {lines}
      </div>
    </div>
  );
}
