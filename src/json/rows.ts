import { type JsonDocument, nextOf, parentOf } from './document.ts';
import type { Redaction } from './redaction.ts';

/** For every node how many levels of what is in it are open: none where that is 0 or less. */
export type Levels = Float32Array;

/** All containers open that have fewer than `depth` others around them. */
export function levelsTo(document: JsonDocument, depth: number): Levels {
  const levels = new Float32Array(document.size);
  for (let node = 0; node < document.size; node += 1) {
    levels[node] = (levels[parentOf(document, node)] ?? depth + 1) - 1;
  }
  return levels;
}

/** The nodes that are rows: all but those in what is closed or hidden. */
export function visibleNodes(
  document: JsonDocument,
  levels: Levels,
  redaction: Redaction | undefined,
): number[] {
  const nodes: number[] = [];
  for (let node = 0; node < document.size;) {
    nodes.push(node);
    const isOpen = (levels[node] ?? 0) > 0 && !redaction?.isHidden(node);
    node = isOpen ? node + 1 : nextOf(document, node);
  }
  return nodes;
}
