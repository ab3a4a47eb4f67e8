import { type JsonDocument, parentOf, stepOf } from './document.ts';

/** What needs no quotes. */
export const plainName = /^[a-z_]\w*$/i;

/**
 * Writes the way to a value: as JSONPath (RFC 9535) where the root is `$`, and as JavaScript where it is a variable.
 *
 * @param limit how many characters to write: the last of them
 * @example
 * pathTo(document, node, '$'); // $.users[3]["e-mail"]
 */
export function pathTo(document: JsonDocument, node: number, root: string, limit = Infinity): string {
  let path = '';
  for (let at = node; at > 0 && path.length < limit; at = parentOf(document, at)) {
    const step = stepOf(document, at);
    path = (plainName.test(`${step}`) ? `.${step}` : `[${JSON.stringify(step)}]`) + path;
  }
  path = root + path;
  return path.length > limit ? `…${path.slice(-limit)}` : path;
}
