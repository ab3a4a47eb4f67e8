export type { JsonDocument, JsonExpectation, JsonKind, JsonPathStep, JsonSyntaxError } from './document.ts';
export { parseJson } from './parser.ts';
export { JsonTree, type JsonTreeProps } from './JsonTree.tsx';
export { type JsonPluralMessage, type JsonTreeMessages, jsonTreeMessages } from './messages.ts';
