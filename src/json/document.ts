import { countBefore } from './order.ts';
import { isEscaped, isSpace } from './source.ts';

/** What a value is. */
export type JsonKind = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

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

/** One step of the way to a value: a key of an object, or an index of an array. */
export type JsonPathStep = string | number;

/*
 * Four words a node: where its text starts; its parent; its index among its siblings; and the end of its text or,
 * where it is an object or array (marked by the high bit), the node after its last descendant.
 *
 * A first child needs no index (it follows its parent, and no other node does), so that word of it holds how many
 * children the parent has.
 */
export const wordsANode = 4;
export const start = 0;
export const parent = 1;
export const position = 2;
export const extent = 3;
export const containerMark = 0x8000_0000;
export const none = 0xffff_ffff;

const quote = 34;

/**
 * A JSON text and a table of its values. A value is a *node*: a number from 0 (the outermost value) to `size - 1`, in
 * the order of the text. Nothing is converted: numbers, escapes, the order of keys and keys that stand twice are as
 * they were written.
 *
 * @example
 * const document = parseJson('{"id": 9007199254740993}');
 * document.source(1); // '9007199254740993'
 */
export class JsonDocument {
  /** The text, untouched. */
  readonly text: string;
  /** Why the text is not JSON, or null where it is. With an error there are no nodes. */
  readonly error: JsonSyntaxError | null;
  /** How many nodes there are. */
  readonly size: number;
  readonly #table: Uint32Array;

  constructor(text: string, table: Uint32Array, error: JsonSyntaxError | null = null) {
    this.text = text;
    this.size = table.length / wordsANode;
    this.error = error;
    this.#table = table;
  }

  #word(node: number, word: number): number {
    return this.#table[node * wordsANode + word] ?? 0;
  }

  /** Where the value's text starts. */
  start(node: number): number {
    return this.#word(node, start);
  }

  /** Where the value's text ends: the offset after its last character. */
  end(node: number): number {
    if (!this.isContainer(node)) return this.#word(node, extent);
    // After the last descendant stands one bracket for each container that closes with this one.
    let last = this.next(node) - 1;
    let end = this.isContainer(last) ? this.start(last) + 1 : this.#word(last, extent);
    for (; ; last = this.parent(last)) {
      if (this.isContainer(last)) {
        while (isSpace(this.text.charCodeAt(end))) end += 1;
        end += 1;
      }
      if (last === node) return end;
    }
  }

  /** The value as it stands in the text, with its quotes, escapes, spaces and digits. */
  source(node: number): string {
    return this.text.slice(this.start(node), this.end(node));
  }

  kind(node: number): JsonKind {
    return kinds[this.text.charAt(this.start(node))] ?? 'number';
  }

  /** Whether the value is an object or an array. */
  isContainer(node: number): boolean {
    return this.#word(node, extent) >= containerMark;
  }

  /** The object or array around the value; -1 for the outermost value. */
  parent(node: number): number {
    return this.#word(node, parent) | 0;
  }

  /** The node after the value and all in it: its next sibling, if it has one. The first child of `node` is `node + 1`. */
  next(node: number): number {
    return this.isContainer(node) ? this.#word(node, extent) - containerMark : node + 1;
  }

  /** How many values stand directly in an object or array. */
  count(node: number): number {
    return this.next(node) > node + 1 ? this.#word(node + 1, position) : 0;
  }

  /** Which child of its parent the value is, from 0. */
  index(node: number): number {
    return this.parent(node) === node - 1 ? 0 : this.#word(node, position);
  }

  /** How many containers are around the value. */
  depth(node: number): number {
    let depth = 0;
    for (let above = this.parent(node); above >= 0; above = this.parent(above)) depth += 1;
    return depth;
  }

  /** Whether the value stands under a key. */
  isMember(node: number): boolean {
    const above = this.parent(node);
    return above >= 0 && this.kind(above) === 'object';
  }

  /** Where the key's text starts and ends, with its quotes. Only for a value that stands under a key. */
  keyRange(node: number): readonly [start: number, end: number] {
    const { text } = this;
    const end = text.lastIndexOf('"', this.start(node) - 1) + 1;
    let from = end - 1;
    do from = text.lastIndexOf('"', from - 1);
    while (isEscaped(text, from));
    return [from, end];
  }

  /** The step from the parent to the value: its key, escapes resolved, or its index. */
  step(node: number): JsonPathStep {
    if (!this.isMember(node)) return this.index(node);
    return unescape(this.text.slice(...this.keyRange(node)));
  }

  /**
   * The steps from the outermost value to this one; with a limit only the last of them.
   */
  path(node: number, limit = Infinity): JsonPathStep[] {
    const steps: JsonPathStep[] = [];
    for (let at = node; at > 0 && steps.length < limit; at = this.parent(at)) steps.push(this.step(at));
    return steps.reverse();
  }

  /** A string's content, escapes resolved; any other value as it stands in the text. */
  content(node: number): string {
    const source = this.source(node);
    return this.text.charCodeAt(this.start(node)) === quote ? unescape(source) : source;
  }

  /** The last node whose text starts at or before an offset, -1 where there is none. */
  nodeAt(offset: number): number {
    return countBefore(this.size, (node) => this.start(node) <= offset) - 1;
  }
}

const kinds: Readonly<Record<string, JsonKind>> = {
  '{': 'object',
  '[': 'array',
  '"': 'string',
  t: 'boolean',
  f: 'boolean',
  n: 'null',
};

/** The content of a string token. */
function unescape(token: string): string {
  return String(JSON.parse(token));
}
