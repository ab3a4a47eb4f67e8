'use client';
import { type MouseEvent, useState } from 'react';
import { glyph } from './Glyph.tsx';
import type { DetailMessages } from './License.messages.ts';

/** An id up to this length stands whole; a longer one is cut in its middle, where room is short. */
const shortId = 12;
/** How much of a long id's end always shows: ends differ where beginnings are alike. */
const tail = 8;

const copyGlyph = 'M4.2 4.2V1.5h6.3v6.3H7.8M1.5 4.2h6.3v6.3H1.5Z';
const doneGlyph = 'M2 6.4l2.6 2.6L10 3.4';
const doneMs = 2000;

/**
 * An id in type that tells its letters apart; where room is short, only its middle is left out of sight. A function,
 * like {@link glyph}.
 */
export const idText = (id: string) => (
  <code data-lk-part="id" dir="ltr">
    {id.length > shortId ? (
      <>
        <span data-lk-part="id-start">{id.slice(0, -tail)}</span>
        <span data-lk-part="id-end">{id.slice(-tail)}</span>
      </>
    ) : (
      id
    )}
  </code>
);

interface CopyableIdProps {
  id: string;
  messages: DetailMessages;
  announce: (text: string) => void;
}

/** An id with a button that copies it. */
export function CopyableId({ id, messages, announce }: CopyableIdProps) {
  const [isCopied, setCopied] = useState(false);

  async function copy({ currentTarget }: MouseEvent<HTMLButtonElement>) {
    let said = messages.copied;
    try {
      await navigator.clipboard.writeText(id);
      setCopied(true);
    } catch {
      // No clipboard without permission or over plain HTTP.
      const code = currentTarget.previousElementSibling;
      code?.ownerDocument.getSelection()?.selectAllChildren(code);
      said = messages.copyFailed;
    }
    announce(said);
    setTimeout(() => {
      setCopied(false);
      announce('');
    }, doneMs);
  }

  return (
    <>
      {idText(id)}
      <button
        aria-label={messages.copy}
        type="button"
        data-lk-part="copy"
        title={messages.copy}
        onClick={copy}
      >
        {glyph(isCopied ? doneGlyph : copyGlyph)}
      </button>
    </>
  );
}
