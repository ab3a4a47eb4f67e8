import {
  closeBrace,
  closeBracket,
  colon,
  end,
  type JsonExpectation,
  type JsonStop,
  key,
  quote,
  value,
} from './parser.ts';

/** Where and why a text is not JSON (RFC 8259). */
export interface JsonSyntaxError {
  /** Where the first wrong character stands, in UTF-16 units from 0. The text's length where it ends too early. */
  readonly offset: number;
  /** Line of `offset`, from 1. Lines end in LF, CR or both. */
  readonly line: number;
  /** Column of `offset` in its line, in UTF-16 units from 1. */
  readonly column: number;
  readonly expected: JsonExpectation;
  /** The character that stands there instead; empty at the end of the text. */
  readonly found: string;
}

/** As much of a number or an escape as is right. */
const startedNumber = /-?(?:0|[1-9]\d*)?(?:(?<=\d)\.\d*)?(?:(?<=\d)[eE][+-]?\d*)?/y;
const startedEscape = /\\(?:u[\da-fA-F]{0,3})?/y;

/** Says exactly where and why a text stops being JSON. */
export function syntaxErrorOf(text: string, stop: JsonStop): JsonSyntaxError {
  const [offset, expected] = firstFault(text, stop);
  const before = text.slice(0, offset);
  const lineEnd = /\r\n?|\n/g;
  let [line, lineStart] = [1, 0];
  for (; lineEnd.test(before); line += 1) lineStart = lineEnd.lastIndex;
  const code = text.codePointAt(offset);
  return {
    offset,
    line,
    column: offset - lineStart + 1,
    expected,
    found: code === undefined ? '' : String.fromCodePoint(code),
  };
}

const expectations: Readonly<Record<number, JsonExpectation>> = {
  [end]: 'end',
  [value]: 'value',
  [key]: 'key',
  [colon]: 'colon',
  [closeBrace]: 'comma-or-brace',
  [closeBracket]: 'comma-or-bracket',
};

function firstFault(
  text: string,
  { offset, start, expected }: JsonStop,
): [offset: number, expected: JsonExpectation] {
  if (expected === quote) {
    if (offset === text.length) return [offset, 'quote'];
    const escapeEnd = endOf(startedEscape, text, offset);
    return escapeEnd > offset ? [escapeEnd, 'escape'] : [offset, 'character'];
  }
  const numberEnd = endOf(startedNumber, text, start);
  if (numberEnd > offset && expected !== key) return [numberEnd, 'digit'];
  return [offset, expectations[expected] ?? 'end'];
}

/** Where what matches from an offset on ends. */
function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}
