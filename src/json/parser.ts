import { endAt, indexAt, type JsonDocument, numbersANode, parentAt } from './document.ts';

const space = /[ \t\n\r]*/y;
/** So many characters of a string that a long one leaves chances to pause, and no engine runs out of stack. */
// oxlint-disable-next-line no-control-regex -- they have to be escaped
const characters = /"?(?:[^"\\\0-\x1f\p{Cs}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4})){0,999}/uy;
const scalar = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)?/y;

/** Nodes from one chance to pause to the next. */
const stride = 1024;

const comma = 44;
const openBrace = 123;

/** What is to be read: nothing more, a value, a key, or a character. */
export const end = 0;
export const value = 1;
export const key = 2;
export const quote = 34;
export const colon = 58;
export const closeBracket = 93;
export const closeBrace = 125;

/** What would have been right where a text stops being JSON. */
export type JsonExpectation =
  /** A value of any kind. */
  | 'value'
  /** A key in double quotes, or `}` where the object is still empty. */
  | 'key'
  /** The `:` between a key and its value. */
  | 'colon'
  /** A `,` or the `}` of an object. */
  | 'comma-or-brace'
  /** A `,` or the `]` of an array. */
  | 'comma-or-bracket'
  /** A digit of a number. */
  | 'digit'
  /** A character that may stand in a string as it is: no control character, no half of a surrogate pair. */
  | 'character'
  /** One of the escapes of a string: `\" \\ \/ \b \f \n \r \t` or `\u` and four hexadecimal digits. */
  | 'escape'
  /** The `"` that closes a string. */
  | 'quote'
  /** Nothing more: the value was complete. */
  | 'end';

/** Where a text stops being JSON, told so roughly as reading needs it. {@link syntaxErrorOf} says it exactly. */
export interface JsonStop {
  readonly offset: number;
  /** Where the key or value starts that was read last. */
  readonly start: number;
  /** `end`, `value`, `key`, or the code of a character; with what closes a container goes a comma. */
  readonly expected: number;
}

/**
 * Reads a JSON text (RFC 8259, strictly), with pauses, so that a large one can be read in slices.
 *
 * It differs from `JSON.parse` in one thing: half of a surrogate pair that is not escaped is no Unicode text, and
 * therefore an error.
 */
export function* parseSteps(text: string): Generator<undefined, JsonDocument> {
  let table = new Int32Array(stride * numbersANode);
  let size = 0;
  let parent = -1;
  let index = 0;
  let closer = end;
  let start = 0;
  let offset = 0;
  let expected = value;

  // Each round reads a key, or a value and the commas and brackets after it. What is not as expected ends it.
  reading: for (;;) {
    start = offset = skipSpace(text, offset);
    if (size % stride === 0) yield;
    const first = text.charCodeAt(start);
    const isKey = closer === closeBrace && expected !== colon;
    expected = isKey ? key : value;
    // A bracket and a brace differ in one bit, and are closed by the character after the next.
    const isContainer = (first | 32) === openBrace;

    if (first === quote) {
      expected = quote;
      for (let from = 0; ; from = offset) {
        offset = skip(characters, text, offset);
        if (text.charCodeAt(offset) === quote) break;
        if (offset === from) break reading;
        yield;
      }
      offset += 1;
      if (isKey) {
        expected = colon;
        offset = skipSpace(text, offset);
        if (text.charCodeAt(offset) !== colon) break;
        offset += 1;
        continue;
      }
    } else if (isKey) break;
    else if (!isContainer) {
      offset = skip(scalar, text, offset);
      if (offset === start) break;
    }

    const node = size * numbersANode;
    if (node === table.length) {
      const smaller = table;
      table = new Int32Array(node * 4);
      table.set(smaller);
    }
    table[node] = start;
    table[node + parentAt] = parent;
    table[node + indexAt] = index;
    size += 1;
    if (isContainer) {
      offset = skipSpace(text, offset + 1);
      if (text.charCodeAt(offset) !== first + 2) {
        parent = size - 1;
        index = 0;
        closer = first + 2;
        continue;
      }
      offset += 1;
    }
    table[node + endAt] = offset;

    for (;;) {
      expected = closer;
      offset = skipSpace(text, offset);
      if (!closer && offset === text.length) {
        return { text, size, table: table.slice(0, size * numbersANode) };
      }
      const next = text.charCodeAt(offset);
      if (!closer || (next !== comma && next !== closer)) break reading;
      offset += 1;
      if (next === comma) {
        index += 1;
        break;
      }
      const closed = parent * numbersANode;
      table[closed + endAt] = -size;
      table[closed + numbersANode + parentAt] = -offset;
      table[closed + numbersANode + indexAt] = index + 1;
      parent = table[closed + parentAt] ?? 0;
      index = table[closed + indexAt] ?? 0;
      closer = parent < 0 ? end : text.charCodeAt(table[parent * numbersANode] ?? 0) + 2;
    }
  }
  return { text, size: 0, table: new Int32Array(), stop: { offset, start, expected } };
}

/** Where what matches from an offset on ends. The pattern matches anywhere, if only nothing. */
function skip(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  pattern.test(text);
  return pattern.lastIndex;
}

function skipSpace(text: string, offset: number): number {
  return text.charCodeAt(offset) > 32 ? offset : skip(space, text, offset);
}
