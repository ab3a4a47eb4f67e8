import type { JsonDocument } from './document.ts';
import { parseSteps } from './parser.ts';
import { type JsonSyntaxError, syntaxErrorOf } from './syntaxError.ts';

/** A JSON text that was read. */
export interface ParsedJson extends JsonDocument {
  /** Why the text is not JSON, or null where it is. With an error there are no nodes. */
  readonly error: JsonSyntaxError | null;
}

/**
 * Reads a JSON text (RFC 8259, strictly). Never throws: where the text is not JSON, the `error` of the answer says
 * where and why.
 *
 * It differs from `JSON.parse` in one thing: half of a surrogate pair that is not escaped is no Unicode text, and
 * therefore an error.
 */
export function parseJson(text: string): ParsedJson {
  const steps = parseSteps(text);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { stop } = step.value;
  return { ...step.value, error: stop ? syntaxErrorOf(text, stop) : null };
}
