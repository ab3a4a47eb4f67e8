'use client';
import { type ReactNode, useState } from 'react';
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
  if (!stop) return null;
  const { line, column, expected, found, offset } = syntaxErrorOf(text, stop);
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
        {isShown ? (
          <>
            {button(messages.copy, () => copy(text, say, messages))}
            {button(messages.download, () => download(text, fileName, '.txt', 'text/plain'))}
          </>
        ) : (
          button(messages.showText, () => setShown(text))
        )}
        <span role="status" data-lk-part="json-status">
          {status}
        </span>
      </div>
      {isShown && text ? <TextLines text={text} label={label} mark={offset} /> : null}
    </>
  );
}
