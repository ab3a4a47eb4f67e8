import type { ReactNode } from 'react';

/*
 * Characters that show nothing or turn the text around them: controls, formats, half surrogates, private use, what is
 * no character yet, blank letters, and all white space but space and tab. Variation selectors and the joiner between two
 * emoji are left alone: they make one picture.
 */
const invisible =
  /((?!(?<=[\p{ExtPict}\p{EMod}]\ufe0f?)\u200d(?=\p{ExtPict})|[ \t\p{VS}])[\p{DI}\p{C}\p{Z}\u2800])/u;

/** A text in which every invisible character is named: `⟨U+202E⟩`. */
export function visibleText(text: string): ReactNode[] {
  return text.split(invisible).map((piece, index) =>
    index % 2 ? (
      <span key={index} data-lk-part="json-character">
        {`⟨U+${piece.codePointAt(0)?.toString(16).padStart(4, '0').toUpperCase()}⟩`}
      </span>
    ) : (
      piece
    ),
  );
}
