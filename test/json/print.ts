import { type JsonDocument, keyRangeOf, kindOf, nextOf, sourceOf } from '../../src/json/index.ts';

/** The document written anew from its nodes alone, without white space. */
export function print(document: JsonDocument, node = 0): string {
  const kind = kindOf(document, node);
  if (kind !== 'object' && kind !== 'array') return sourceOf(document, node);
  const entries: string[] = [];
  for (let child = node + 1; child < nextOf(document, node); child = nextOf(document, child)) {
    const range = keyRangeOf(document, child);
    const key = range ? `${document.text.slice(...range)}:` : '';
    entries.push(key + print(document, child));
  }
  return kind === 'object' ? `{${entries.join(',')}}` : `[${entries.join(',')}]`;
}

/** A text without the white space between its tokens. */
export function squeeze(text: string): string {
  return text.replace(/("(?:[^"\\]|\\.)*")|[ \t\r\n]+/g, '$1');
}
