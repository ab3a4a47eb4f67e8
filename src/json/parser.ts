import {
  containerMark,
  extent,
  JsonDocument,
  type JsonExpectation,
  none,
  parent as parentWord,
  position as positionWord,
  start as startWord,
  wordsANode,
} from './document.ts';
import { inOneGo } from './slices.ts';
import { isSpace } from './source.ts';

/** Characters from one chance to pause to the next: well under a millisecond. */
const stride = 1 << 15;

const quote = 34;
const backslash = 92;
const plus = 43;
const comma = 44;
const minus = 45;
const point = 46;
const zero = 48;
const openBracket = 91;
const exponent = 101;
const openBrace = 123;
const literals = ['true', 'false', 'null'];

/**
 * Reads a JSON text (RFC 8259, strictly). Never throws: where the text is not JSON, the `error` of the answer says
 * where and why.
 *
 * It differs from `JSON.parse` in one thing: half of a surrogate pair that is not escaped is no Unicode text, and
 * therefore an error.
 */
export function parseJson(text: string): JsonDocument {
  return inOneGo(parseSteps(text));
}

/** The same with pauses, so that a large text can be read in slices. */
export function* parseSteps(text: string): Generator<undefined, JsonDocument, undefined> {
  const { length } = text;
  let table = new Uint32Array(wordsANode << 8);
  let size = 0;
  let parent = none;
  let position = 0;
  let inObject = false;
  let isKey = false;
  let offset = 0;
  let pauseAt = stride;

  // Each round reads a key, or a value and the commas and brackets after it.
  for (;;) {
    if (text.charCodeAt(offset) <= 32) offset = skipSpace(text, offset);
    if (offset >= pauseAt) {
      yield;
      pauseAt = offset + stride;
    }
    const begin = offset;
    const first = text.charCodeAt(offset);
    const isContainer = first === openBrace || first === openBracket;

    if (first === quote) {
      for (;;) {
        offset = skipPlain(text, offset + 1, pauseAt);
        const code = text.charCodeAt(offset);
        if (code === quote) break;
        if (offset >= length) return failed(text, length, 'quote');
        if (code === backslash) {
          offset += 1;
          const digits = text[offset] === 'u' ? 4 : 0;
          if (!digits && !isShortEscape(text[offset])) return failed(text, offset, 'escape');
          for (const last = offset + digits; offset < last;) {
            offset += 1;
            if (!isHexDigit(text.charCodeAt(offset))) return failed(text, offset, 'escape');
          }
        } else if (isHalf(code)) {
          if (code >= 0xdc00 || (text.charCodeAt(offset + 1) & 0xfc00) !== 0xdc00) {
            return failed(text, offset, 'character');
          }
          offset += 1;
        } else if (code < 32) return failed(text, offset, 'character');
        if (offset >= pauseAt) {
          yield;
          pauseAt = offset + stride;
        }
      }
      offset += 1;
      if (isKey) {
        offset = skipSpace(text, offset);
        if (text[offset] !== ':') return failed(text, offset, 'colon');
        offset += 1;
        isKey = false;
        continue;
      }
    } else if (isKey) return failed(text, offset, 'key');
    else if (first === minus || isDigit(first)) {
      offset = numberEnd(text, offset);
      if (offset < 0) return failed(text, -offset, 'digit');
    } else if (!isContainer) {
      const literal = literals.find((name) => text.startsWith(name, begin));
      if (!literal) return failed(text, offset, 'value');
      offset += literal.length;
    }

    const word = size * wordsANode;
    if (word === table.length) {
      const smaller = table;
      // As large as the text asks for if it goes on as it began.
      const growth = Math.min(16, Math.max(1.25, (1.05 * length) / begin));
      table = new Uint32Array(wordsANode * Math.ceil(size * growth));
      table.set(smaller);
    }
    table[word + startWord] = begin;
    table[word + parentWord] = parent;
    table[word + positionWord] = position;
    size += 1;
    if (isContainer) {
      table[word + extent] = containerMark + size;
      offset = skipSpace(text, offset + 1);
      if (text.charCodeAt(offset) !== first + 2) {
        parent = size - 1;
        position = 0;
        inObject = isKey = first === openBrace;
        continue;
      }
      offset += 1;
    } else table[word + extent] = offset;

    for (;;) {
      let code = text.charCodeAt(offset);
      if (code <= 32) {
        offset = skipSpace(text, offset);
        code = text.charCodeAt(offset);
      }
      if (parent === none) {
        if (offset < length) return failed(text, offset, 'end');
        return new JsonDocument(text, table.slice(0, size * wordsANode));
      }
      if (code !== comma && code !== (inObject ? 125 : 93)) {
        return failed(text, offset, inObject ? 'comma-or-brace' : 'comma-or-bracket');
      }
      offset += 1;
      if (code === comma) {
        position += 1;
        isKey = inObject;
        break;
      }
      const closed = parent * wordsANode;
      table[closed + wordsANode + positionWord] = position + 1;
      table[closed + extent] = containerMark + size;
      parent = table[closed + parentWord] ?? none;
      position = table[closed + positionWord] ?? 0;
      inObject = parent !== none && text.charCodeAt(table[parent * wordsANode] ?? 0) === openBrace;
    }
  }
}

/*
 * What runs for every character stands in small functions of its own: an engine has optimized them before the first
 * megabyte is read.
 */

function skipSpace(text: string, offset: number): number {
  let at = offset;
  while (isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

/** The first character of a string that needs a closer look, at most `stop`. */
function skipPlain(text: string, offset: number, stop: number): number {
  let at = offset;
  for (; at < stop; at += 1) {
    const code = text.charCodeAt(at);
    if (code > backslash ? isHalf(code) : code === backslash || code === quote || !(code >= 32)) break;
  }
  return at;
}

function skipDigits(text: string, offset: number): number {
  let at = offset;
  while (isDigit(text.charCodeAt(at))) at += 1;
  return at;
}

/** Where a number ends, or the negative of where it lacks a digit. */
function numberEnd(text: string, offset: number): number {
  let digits = text.charCodeAt(offset) === minus ? offset + 1 : offset;
  let end = text.charCodeAt(digits) === zero ? digits + 1 : skipDigits(text, digits);
  if (end > digits && text.charCodeAt(end) === point) {
    digits = end + 1;
    end = skipDigits(text, digits);
  }
  // Upper and lower case differ in one bit.
  if (end > digits && (text.charCodeAt(end) | 32) === exponent) {
    digits = end + 1;
    const sign = text.charCodeAt(digits);
    if (sign === plus || sign === minus) digits += 1;
    end = skipDigits(text, digits);
  }
  return end > digits ? end : -end;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isHexDigit(code: number): boolean {
  return isDigit(code) || ((code | 32) >= 97 && (code | 32) <= 102);
}

/** Whether a code is half of a surrogate pair. */
function isHalf(code: number): boolean {
  return (code & 0xf800) === 0xd800;
}

function isShortEscape(character: string | undefined): boolean {
  return character !== undefined && '"\\/bfnrt'.includes(character);
}

function failed(text: string, offset: number, expected: JsonExpectation): JsonDocument {
  const code = text.codePointAt(offset);
  const lines = text.slice(0, offset).split(/\r\n?|\n/);
  return new JsonDocument(text, new Uint32Array(), {
    offset,
    line: lines.length,
    column: (lines.at(-1)?.length ?? 0) + 1,
    expected,
    found: code === undefined ? '' : String.fromCodePoint(code),
  });
}
