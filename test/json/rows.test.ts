import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOf, depthOf, type JsonDocument, parentOf, parseJson } from '../../src/json/index.ts';
import { countBelow } from '../../src/json/order.ts';
import { redactionOf } from '../../src/json/redaction.ts';
import { type Opened, visibleNodes } from '../../src/json/rows.ts';

/** The rows, found the slow way: every node whose containers are all open. */
function nodesInOpenOnes(
  document: JsonDocument,
  depth: number,
  opened: Opened,
  hidden: ReadonlySet<number>,
): number[] {
  const isOpen = (node: number) =>
    opened.get(node) ?? opened.get(~parentOf(document, node)) ?? depthOf(document, node) < depth;
  const isVisible = (node: number): boolean => {
    const above = parentOf(document, node);
    return above < 0 || (isOpen(above) && !hidden.has(above) && isVisible(above));
  };
  return Array.from({ length: document.size }, (_, node) => node).filter(isVisible);
}

describe('rows', () => {
  const document = parseJson('{"a":[1,{"b":2},[]],"c":{},"d":[[3]]}');
  // 0 {} | 1 a | 2 1 | 3 {b} | 4 2 | 5 [] | 6 c | 7 d | 8 [3] | 9 3
  const shown = (depth: number, ...opened: [number, boolean][]) =>
    visibleNodes(document, depth, new Map(opened), undefined);
  const all = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

  it('are open to a depth', () => {
    expect(shown(0)).toEqual([0]);
    expect(shown(1)).toEqual([0, 1, 6, 7]);
    expect(shown(2)).toEqual([0, 1, 2, 3, 5, 6, 7, 8]);
    expect(shown(7)).toEqual(all);
    expect(visibleNodes(document, Infinity, undefined, undefined)).toEqual(all);
  });

  it('remember what was open in what is closed', () => {
    expect(shown(Infinity, [0, false], [7, false])).toEqual([0]);
    expect(shown(Infinity, [0, true], [7, false])).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('are those in all that a container holds, but for what was closed since', () => {
    expect(shown(1, [~0, true])).toEqual([0, 1, 2, 3, 5, 6, 7, 8]);
    expect(shown(1, [~0, true], [1, false])).toEqual([0, 1, 6, 7, 8]);
    expect(shown(0, [~-1, true])).toEqual([0, 1, 6, 7]);
  });

  it('are none of what is in a hidden value', () => {
    const redaction = redactionOf(document, new Set([1]));
    expect(visibleNodes(document, Infinity, undefined, redaction)).toEqual([0, 1, 6, 7, 8, 9]);
    expect(visibleNodes(document, Infinity, undefined, redaction.toggled(1))).toEqual(all);
  });

  it('answer for a node out of sight the row it is in', () => {
    const rows = shown(1);
    expect([0, 1, 4, 6, 9].map((node) => countBelow(rows, node + 1) - 1)).toEqual([0, 1, 1, 2, 3]);
  });

  it('are the nodes in open containers, whatever is open', () => {
    const marks = fc.array(fc.tuple(fc.nat(), fc.boolean(), fc.boolean()));
    const cases = fc.tuple(fc.json({ maxDepth: 5 }), marks, fc.array(fc.nat()), fc.nat(4));
    fc.assert(
      fc.property(cases, ([text, opened, hidden, depth]) => {
        const random = parseJson(text);
        const said = new Map(
          opened.map(([number, isOfAllIn, isOpen]) => {
            const node = number % random.size;
            return [isOfAllIn ? ~node : node, isOpen];
          }),
        );
        const covered = new Set(
          hidden.map((number) => number % random.size).filter((node) => countOf(random, node) > 0),
        );
        expect(visibleNodes(random, depth, said, redactionOf(random, covered))).toEqual(
          nodesInOpenOnes(random, depth, said, covered),
        );
      }),
    );
  });
});
