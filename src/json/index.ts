export type { JsonDocument, JsonExpectation, JsonKind, JsonPathStep, JsonSyntaxError } from './document.ts';
export { parseJson } from './parser.ts';
import { type JsonTreeMessages } from './JsonTree.tsx';
import { treeMessages } from './messages.ts';
import { notJsonMessages } from './NotJson.messages.ts';
import { searchMessages } from './Matches.messages.ts';

export { JsonTree, type JsonTreeMessages, type JsonTreeProps } from './JsonTree.tsx';
export type { JsonPluralMessage } from './messages.ts';

/** The English texts. */
export const jsonTreeMessages: JsonTreeMessages = { ...treeMessages, ...searchMessages, ...notJsonMessages };
