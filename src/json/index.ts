export {
  contentOf,
  countOf,
  depthOf,
  endOf,
  indexOf,
  type JsonDocument,
  type JsonKind,
  type JsonPathStep,
  keyRangeOf,
  kindOf,
  nextOf,
  parentOf,
  sourceOf,
  startOf,
  stepOf,
} from './document.ts';
export type { JsonExpectation } from './parser.ts';
export { type ParsedJson, parseJson } from './parseJson.ts';
export type { JsonSyntaxError } from './syntaxError.ts';
import { type JsonTreeMessages } from './JsonTree.tsx';
import { treeMessages } from './messages.ts';
import { notJsonMessages } from './NotJson.messages.ts';

export { JsonTree, type JsonTreeMessages, type JsonTreeProps } from './JsonTree.tsx';
export type { JsonPluralMessage } from './messages.ts';

/** The English texts. */
export const jsonTreeMessages: JsonTreeMessages = { ...treeMessages, ...notJsonMessages };
