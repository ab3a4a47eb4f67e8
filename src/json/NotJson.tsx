'use client';
import { type ReactNode, useMemo, useState } from 'react';
import { button } from './buttons.tsx';
import { copy } from './copy.ts';
import { download } from './download.ts';
import { notJsonMessages } from './NotJson.messages.ts';
import { syntaxErrorOf } from './syntaxError.ts';
import TextLines from './TextLines.tsx';
import type { ViewProps } from './views.ts';
import { visibleText } from './visibleText.tsx';

/** Fills `{name}` placeholders. */
function format(message: string, values: Readonly<Record<string, string>>): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** A text that is not JSON, as it is, and where it goes wrong. */
export default function NotJson({
  document,
  redact,
  fileName,
  words,
  'aria-label': label,
}: ViewProps): ReactNode {
  const { text, stop } = document;
  const messages = { ...notJsonMessages, ...words };
  const [shown, setShown] = useState<string | null>(null);
  const [status, say] = useState('');
  // What is to be hidden cannot be found in such a text: then all of it is.
  const isShown = redact.length === 0 || shown === text;
  const fault = useMemo(() => stop && syntaxErrorOf(text, stop), [text, stop]);
  if (!fault) return null;
  const { line, column, expected, found, offset } = fault;
  const problem = format(messages.notJson, {
    line: words.count('{count}', line),
    column: words.count('{count}', column),
    expected: messages.expected[expected],
    found: found ? JSON.stringify(found) : messages.endOfText,
  });
  return (
    <>
      <div data-lk-part="json-bar">
        <p data-lk-part="json-note">
          {visibleText(problem)}
          {isShown ? null : ` ${messages.unreadable}`}
        </p>
        {/* One button, so that the focus stays on it. */}
        {isShown
          ? button(messages.copy, () => copy(text, say, messages))
          : button(messages.showText, () => setShown(text))}
        {isShown && button(messages.download, () => download(text, fileName, '.txt'))}
        <span role="status" data-lk-part="json-status">
          {status}
        </span>
      </div>
      {isShown && text ? <TextLines text={text} label={label} mark={offset} /> : null}
    </>
  );
}
