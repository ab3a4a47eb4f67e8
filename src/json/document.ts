import type { JsonStop } from './parser.ts';

/** What a value is. */
export type JsonKind = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

/** One step of the way to a value: a key of an object, or an index of an array. */
export type JsonPathStep = string | number;

/**
 * A JSON text and a table of its values. A value is a *node*: a number from 0 (the outermost value) to `size - 1`, in
 * the order of the text. Nothing is converted: numbers, escapes, the order of keys and keys that stand twice are as
 * they were written.
 *
 * @example
 * const document = parseJson('{"id": 9007199254740993}');
 * sourceOf(document, 1); // '9007199254740993'
 */
export interface JsonDocument {
  /** The text, untouched. */
  readonly text: string;
  /** How many nodes there are. */
  readonly size: number;
  /** @internal */
  readonly table: Int32Array;
  /** @internal Where the text stops being JSON. Then there are no nodes. */
  readonly stop?: JsonStop | undefined;
}

/*
 * Four numbers a node: where its text starts; its parent; its index among its siblings; and where its text ends.
 *
 * A first child needs neither of the two in the middle: it follows its parent, and no other node does. Of it they hold
 * what is to be known of the parent: the negative of where that one's text ends, and how many children it has. So the
 * parent's own last number is free, and holds the negative of the node after its last descendant.
 */
export const numbersANode = 4;
export const parentAt = 1;
export const indexAt = 2;
export const endAt = 3;

function read({ table }: JsonDocument, node: number, at: number): number {
  return table[node * numbersANode + at] ?? 0;
}

/** Where the value's text starts. */
export function startOf(document: JsonDocument, node: number): number {
  return read(document, node, 0);
}

/** Where the value's text ends: the offset after its last character. */
export function endOf(document: JsonDocument, node: number): number {
  const end = read(document, node, endAt);
  return end < 0 ? -read(document, node + 1, parentAt) : end;
}

/** The value as it stands in the text, with its quotes, escapes, spaces and digits. */
export function sourceOf(document: JsonDocument, node: number): string {
  return document.text.slice(startOf(document, node), endOf(document, node));
}

const kinds: Readonly<Record<string, JsonKind>> = {
  '{': 'object',
  '[': 'array',
  '"': 'string',
  t: 'boolean',
  f: 'boolean',
  n: 'null',
};

export function kindOf(document: JsonDocument, node: number): JsonKind {
  return kinds[document.text.charAt(startOf(document, node))] ?? 'number';
}

/** The object or array around the value; -1 for the outermost value. */
export function parentOf(document: JsonDocument, node: number): number {
  const parent = read(document, node, parentAt);
  return parent < 0 ? node - 1 : parent;
}

/** The node after the value and all in it: its next sibling, if it has one. The first child of `node` is `node + 1`. */
export function nextOf(document: JsonDocument, node: number): number {
  const end = read(document, node, endAt);
  return end < 0 ? -end : node + 1;
}

/** How many values stand directly in the value. */
export function countOf(document: JsonDocument, node: number): number {
  return read(document, node, endAt) < 0 ? read(document, node + 1, indexAt) : 0;
}

/** Which child of its parent the value is, from 0. */
export function indexOf(document: JsonDocument, node: number): number {
  return read(document, node, parentAt) < 0 ? 0 : read(document, node, indexAt);
}

/** How many containers are around the value. */
export function depthOf(document: JsonDocument, node: number): number {
  let depth = 0;
  for (let at = node; at > 0; at = parentOf(document, at)) depth += 1;
  return depth;
}

/** Where the text of the value's key starts and ends, with its quotes; undefined where it stands under none. */
export function keyRangeOf(
  document: JsonDocument,
  node: number,
): readonly [start: number, end: number] | undefined {
  if (node < 1 || kindOf(document, parentOf(document, node)) !== 'object') return undefined;
  const { text } = document;
  // Between the value and what was read before it stand no quotes but the key's.
  const before = node - 1;
  const from = countOf(document, before) ? startOf(document, before) : endOf(document, before);
  return [text.indexOf('"', from), text.lastIndexOf('"', startOf(document, node) - 1) + 1];
}

/** The step from the parent to the value: its key, escapes resolved, or its index. */
export function stepOf(document: JsonDocument, node: number): JsonPathStep {
  const range = keyRangeOf(document, node);
  return range ? contentOf(document.text.slice(...range)) : indexOf(document, node);
}

/** What a source says: the content of a string, escapes resolved; of any other value the source. */
export function contentOf(source: string): string {
  return source.startsWith('"') ? String(JSON.parse(source)) : source;
}
