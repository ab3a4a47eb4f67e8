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

/** Characters from one chance to pause to the next: well under a millisecond. */
const stride = 1 << 15;

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
  let code = text.charCodeAt(0);
  let pauseAt = stride;

  // Each round reads a key, or a value and the commas and brackets after it.
  for (;;) {
    while (code <= 32 && (code === 32 || code === 10 || code === 13 || code === 9))
      code = text.charCodeAt(++offset);
    if (offset >= pauseAt) {
      yield;
      pauseAt = offset + stride;
    }
    const begin = offset;
    let isContainer = false;

    if (code === 34) {
      for (;;) {
        do code = text.charCodeAt(++offset);
        while (
          (code > 92 ? code < 0xd800 || code > 0xdfff : code !== 34 && code !== 92 && code >= 32) &&
          offset < pauseAt
        );
        if (code === 34) break;
        if (code === 92) {
          code = text.charCodeAt(++offset);
          if (code === 117) {
            for (const last = offset + 4; offset < last;) {
              if (!isHexDigit(text.charCodeAt(++offset))) return failed(text, offset, 'escape');
            }
          } else if (!isShortEscape(code)) return failed(text, offset, 'escape');
        } else if (offset >= length) return failed(text, length, 'quote');
        else if (code < 32) return failed(text, offset, 'character');
        else if (code >= 0xd800 && code <= 0xdfff) {
          const isPair = code < 0xdc00 && (text.charCodeAt(offset + 1) & 0xfc00) === 0xdc00;
          if (!isPair) return failed(text, offset, 'character');
          offset += 1;
        }
        if (offset >= pauseAt) {
          yield;
          pauseAt = offset + stride;
        }
      }
      code = text.charCodeAt(++offset);
      if (isKey) {
        while (code <= 32 && (code === 32 || code === 10 || code === 13 || code === 9))
          code = text.charCodeAt(++offset);
        if (code !== 58) return failed(text, offset, 'colon');
        code = text.charCodeAt(++offset);
        isKey = false;
        continue;
      }
    } else if (isKey) return failed(text, offset, 'key');
    else if (code === 123 || code === 91) isContainer = true;
    else if (code === 45 || (code >= 48 && code <= 57)) {
      if (code === 45) code = text.charCodeAt(++offset);
      if (code === 48) code = text.charCodeAt(++offset);
      else {
        if (!isDigit(code)) return failed(text, offset, 'digit');
        do code = text.charCodeAt(++offset);
        while (isDigit(code));
      }
      if (code === 46) {
        code = text.charCodeAt(++offset);
        if (!isDigit(code)) return failed(text, offset, 'digit');
        do code = text.charCodeAt(++offset);
        while (isDigit(code));
      }
      if (code === 101 || code === 69) {
        code = text.charCodeAt(++offset);
        if (code === 43 || code === 45) code = text.charCodeAt(++offset);
        if (!isDigit(code)) return failed(text, offset, 'digit');
        do code = text.charCodeAt(++offset);
        while (isDigit(code));
      }
    } else {
      const literal = literals.find((name) => text.startsWith(name, begin));
      if (!literal) return failed(text, offset, 'value');
      offset += literal.length;
      code = text.charCodeAt(offset);
    }

    const word = size * wordsANode;
    if (word === table.length) table = resized(table, begin / length);
    table[word + startWord] = begin;
    table[word + parentWord] = parent;
    table[word + positionWord] = position;
    size += 1;
    if (isContainer) {
      table[word + extent] = containerMark + size;
      const close = code + 2;
      code = text.charCodeAt(++offset);
      while (code <= 32 && (code === 32 || code === 10 || code === 13 || code === 9))
        code = text.charCodeAt(++offset);
      if (code !== close) {
        parent = size - 1;
        position = 0;
        inObject = isKey = close === 125;
        continue;
      }
      code = text.charCodeAt(++offset);
    } else table[word + extent] = offset;

    for (;;) {
      while (code <= 32 && (code === 32 || code === 10 || code === 13 || code === 9))
        code = text.charCodeAt(++offset);
      if (parent === none) {
        if (offset < length) return failed(text, offset, 'end');
        return new JsonDocument(text, table.slice(0, size * wordsANode));
      }
      if (code === 44) {
        code = text.charCodeAt(++offset);
        position += 1;
        isKey = inObject;
        break;
      }
      if (code !== (inObject ? 125 : 93)) {
        return failed(text, offset, inObject ? 'comma-or-brace' : 'comma-or-bracket');
      }
      code = text.charCodeAt(++offset);
      const closed = parent * wordsANode;
      table[closed + wordsANode + positionWord] = position + 1;
      table[closed + extent] = containerMark + size;
      parent = table[closed + parentWord] ?? none;
      position = table[closed + positionWord] ?? 0;
      inObject = parent !== none && text.charCodeAt(table[parent * wordsANode] ?? 0) === 123;
    }
  }
}

/** A larger table, as large as the text asks for if it goes on as it began. */
function resized(table: Uint32Array<ArrayBuffer>, share: number): Uint32Array<ArrayBuffer> {
  const nodes = table.length / wordsANode;
  const larger = new Uint32Array(wordsANode * Math.ceil(nodes * Math.min(8, Math.max(1.25, 1.05 / share))));
  larger.set(table);
  return larger;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isHexDigit(code: number): boolean {
  return isDigit(code) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102);
}

function isShortEscape(code: number): boolean {
  return '"\\/bfnrt'.includes(String.fromCharCode(code));
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
