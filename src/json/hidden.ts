import type { JsonDocument } from './document.ts';

/** Nodes that are hidden with all in them, ascending, none of them inside another. */
export type Hidden = ReadonlySet<number>;

/** What a copy holds in place of a hidden value. */
const placeholder = '"[redacted]"';

/** Whether a node is hidden or in a hidden one. */
export function isHidden(document: JsonDocument, hidden: Hidden, node: number): boolean {
  let at = hidden.size > 0 ? node : -1;
  while (at >= 0 && !hidden.has(at)) at = document.parent(at);
  return at >= 0;
}

/** The text, or a stretch of it, as it stands but for hidden values. */
export function redactedText(
  document: JsonDocument,
  hidden: Hidden,
  from = 0,
  to = document.text.length,
): string {
  const { text } = document;
  let copy = '';
  let at = from;
  for (const node of hidden) {
    const start = document.start(node);
    if (start < at || start >= to) continue;
    copy += text.slice(at, start) + placeholder;
    at = document.end(node);
  }
  return copy + text.slice(at, to);
}
