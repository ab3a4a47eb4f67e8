export type { JsonDocument, JsonExpectation, JsonKind, JsonPathStep, JsonSyntaxError } from './document.ts';
export { parseJson } from './parser.ts';
