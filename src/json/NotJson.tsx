'use client';
import { type ReactNode, useState } from 'react';
import { Button } from './Button.tsx';
import { copy } from './copy.ts';
import type { JsonSyntaxError } from './document.ts';
import { download } from './download.ts';
import { type CountFormat, format, type TreeMessages } from './messages.ts';
import { type NotJsonMessages, notJsonMessages } from './NotJson.messages.ts';
import { TextLines } from './TextLines.tsx';
import { visibleText } from './visibleText.tsx';

interface NotJsonProps {
  readonly text: string;
  /** Where the text goes wrong, or why there is none. */
  readonly error: JsonSyntaxError | string;
  /** Whether something is to be hidden, which cannot be found in such a text: then all of it is. */
  readonly isSecret: boolean;
  readonly fileName: string;
  readonly label: string;
  readonly messages: TreeMessages & Partial<NotJsonMessages>;
  readonly count: CountFormat;
}

/** A text that is not JSON, as it is, and where it goes wrong. */
export default function NotJson({
  text,
  error,
  isSecret,
  fileName,
  label,
  messages: given,
  count,
}: NotJsonProps): ReactNode {
  const messages = { ...notJsonMessages, ...given };
  const [shown, setShown] = useState<string | null>(null);
  const [status, say] = useState('');
  if (typeof error === 'string') {
    return <p data-lk-part="json-note">{format(messages.noJson, { reason: error })}</p>;
  }
  const isShown = !isSecret || shown === text;
  const problem = format(messages.notJson, {
    line: count('{count}', error.line),
    column: count('{count}', error.column),
    expected: messages.expected[error.expected],
    found: error.found ? JSON.stringify(error.found) : messages.endOfText,
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
            <Button onClick={() => copy(text, say, messages)}>{messages.copy}</Button>
            <Button onClick={() => download(text, fileName, '.txt', 'text/plain')}>
              {messages.download}
            </Button>
          </>
        ) : (
          <Button onClick={() => setShown(text)}>{messages.showText}</Button>
        )}
        <span role="status" data-lk-part="json-status">
          {status}
        </span>
      </div>
      {isShown && text ? <TextLines text={text} label={label} mark={error.offset} /> : null}
    </>
  );
}
