import { type JsonDocument, nextOf, parentOf } from './document.ts';
import type { Redaction } from './redaction.ts';

/**
 * What was opened or closed since: of a container by its node, of all in a container by the complement (`~`) of its
 * node. The root alone is all there is in -1, and has one number for both.
 */
export type Opened = ReadonlyMap<number, boolean>;

/**
 * The nodes that are rows: all but those in what is closed or hidden.
 *
 * @param depth a container is open, unless it was closed, that has fewer others around it
 */
export function visibleNodes(
  document: JsonDocument,
  depth: number,
  opened: Opened | undefined,
  redaction: Redaction | undefined,
): number[] {
  const nodes: number[] = [];
  /** Where the containers end that are around the node. */
  const ends: number[] = [];
  for (let node = 0; node < document.size;) {
    while (ends.at(-1) === node) ends.pop();
    nodes.push(node);
    const end = nextOf(document, node);
    if (
      end > node + 1 &&
      (opened?.get(node) ?? opened?.get(~parentOf(document, node)) ?? ends.length < depth) &&
      !redaction?.isHidden(node)
    ) {
      ends.push(end);
      node += 1;
    } else node = end;
  }
  return nodes;
}
