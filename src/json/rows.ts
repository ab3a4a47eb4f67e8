import type { JsonDocument } from './document.ts';
import type { Hidden } from './hidden.ts';
import { countBefore, countBelow } from './order.ts';

/**
 * Which nodes are rows on the screen: all but those inside a closed container. Immutable: what opens or closes
 * something answers new rows.
 *
 * It keeps one byte a node, and one entry for each closed container that is itself a row. Opened wholly, a row is its
 * node.
 */
export class Rows {
  readonly document: JsonDocument;
  /** How many rows there are. */
  readonly count: number;
  /** Containers that stay closed, whatever is opened. */
  readonly #sealed: Hidden;
  /** For every node whether it was opened, also inside of what is closed. */
  readonly #open: Uint8Array;
  /** Closed containers with something in them, in order; and the nodes in each and in those before. */
  readonly #closed: number[] = [];
  readonly #inside: number[] = [];

  private constructor(document: JsonDocument, open: Uint8Array, sealed: Hidden) {
    this.document = document;
    this.#open = open;
    this.#sealed = sealed;
    let inside = 0;
    for (let node = 0; node < document.size; node += 1) {
      const last = document.next(node) - 1;
      if (last > node && !this.isOpen(node)) {
        this.#closed.push(node);
        inside += last - node;
        this.#inside.push(inside);
        node = last;
      }
    }
    this.count = document.size - inside;
  }

  /** Rows with every container open that has fewer than `depth` others around it. */
  static toDepth(document: JsonDocument, depth: number, sealed: Hidden): Rows {
    const open = new Uint8Array(document.size).fill(Number(depth === Infinity));
    const ends: number[] = [];
    for (let node = 0; depth < Infinity && node < document.size;) {
      while (ends.at(-1) === node) ends.pop();
      const next = document.next(node);
      if (ends.length < depth && next > node + 1) {
        open[node] = 1;
        ends.push(next);
        node += 1;
      } else node = next;
    }
    return new Rows(document, open, sealed);
  }

  /** Whether an object or array shows what is in it. */
  isOpen(node: number): boolean {
    return this.#open[node] === 1 && this.canOpen(node);
  }

  /** Whether there is something in the node that can be shown. */
  canOpen(node: number): boolean {
    return this.document.next(node) > node + 1 && !this.#sealed.has(node);
  }

  withOpen(nodes: readonly number[], isOpen: boolean): Rows {
    const open = this.#open.slice();
    for (const node of nodes) open[node] = Number(isOpen);
    return new Rows(this.document, open, this.#sealed);
  }

  /** The same with other containers sealed. */
  withSealed(sealed: Hidden): Rows {
    return new Rows(this.document, this.#open, sealed);
  }

  /** Opens what is around a node. */
  revealing(node: number): Rows {
    const closed: number[] = [];
    for (let above = this.document.parent(node); above >= 0; above = this.document.parent(above)) {
      if (!this.isOpen(above)) closed.push(above);
    }
    return closed.length > 0 ? this.withOpen(closed, true) : this;
  }

  nodeAt(row: number): number {
    const index = countBefore(
      this.#closed.length,
      (each) => (this.#closed[each] ?? 0) - (this.#inside[each - 1] ?? 0) < row,
    );
    return row + (this.#inside[index - 1] ?? 0);
  }

  /** The row of a node, or of the closed container that it is in. */
  rowOf(node: number): number {
    const index = countBelow(this.#closed, node) - 1;
    const around = this.#closed[index] ?? -1;
    const isInside = around >= 0 && node < this.document.next(around);
    return isInside ? around - (this.#inside[index - 1] ?? 0) : node - (this.#inside[index] ?? 0);
  }
}
