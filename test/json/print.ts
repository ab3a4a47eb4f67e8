import type { JsonDocument } from '../../src/json/index.ts';

/** The document written anew from its nodes alone, without white space. */
export function print(document: JsonDocument, node = 0): string {
  if (!document.isContainer(node)) return document.source(node);
  const entries: string[] = [];
  for (let child = node + 1; child < document.next(node); child = document.next(child)) {
    const key = document.isMember(child) ? `${document.text.slice(...document.keyRange(child))}:` : '';
    entries.push(key + print(document, child));
  }
  return document.kind(node) === 'object' ? `{${entries.join(',')}}` : `[${entries.join(',')}]`;
}

/** A text without the white space between its tokens. */
export function squeeze(text: string): string {
  return text.replace(/("(?:[^"\\]|\\.)*")|[ \t\r\n]+/g, '$1');
}
