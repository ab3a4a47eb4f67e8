import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOf, type JsonDocument, parentOf, parseJson } from '../../src/json/index.ts';
import { countBelow } from '../../src/json/order.ts';
import { redactionOf } from '../../src/json/redaction.ts';
import { type Levels, levelsTo, visibleNodes } from '../../src/json/rows.ts';

/** The rows, found the slow way: every node whose containers are all open. */
function nodesInOpenOnes(document: JsonDocument, levels: Levels, hidden: ReadonlySet<number>): number[] {
  const isVisible = (node: number): boolean => {
    const above = parentOf(document, node);
    return above < 0 || (Number(levels[above]) > 0 && !hidden.has(above) && isVisible(above));
  };
  return Array.from({ length: document.size }, (_, node) => node).filter(isVisible);
}

describe('rows', () => {
  const document = parseJson('{"a":[1,{"b":2},[]],"c":{},"d":[[3]]}');
  // 0 {} | 1 a | 2 1 | 3 {b} | 4 2 | 5 [] | 6 c | 7 d | 8 [3] | 9 3
  const shown = (levels: Levels) => visibleNodes(document, levels, undefined);
  const all = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

  it('are open to a depth', () => {
    expect(shown(levelsTo(document, 0))).toEqual([0]);
    expect(shown(levelsTo(document, 1))).toEqual([0, 1, 6, 7]);
    expect(shown(levelsTo(document, 2))).toEqual([0, 1, 2, 3, 5, 6, 7, 8]);
    expect(shown(levelsTo(document, 7))).toEqual(all);
    expect(shown(levelsTo(document, Infinity))).toEqual(all);
  });

  it('remember what was open in what is closed', () => {
    const open = levelsTo(document, Infinity);
    const closed = open.with(0, 0);
    expect(shown(closed)).toEqual([0]);
    expect(shown(closed.with(0, 1))).toEqual(all);
  });

  it('are none of what is in a hidden value', () => {
    const redaction = redactionOf(document, new Set([1]));
    expect(visibleNodes(document, levelsTo(document, Infinity), redaction)).toEqual([0, 1, 6, 7, 8, 9]);
    expect(visibleNodes(document, levelsTo(document, Infinity), redaction.toggled(1))).toEqual(all);
  });

  it('answer for a node out of sight the row it is in', () => {
    const rows = shown(levelsTo(document, 1));
    expect([0, 1, 4, 6, 9].map((node) => countBelow(rows, node + 1) - 1)).toEqual([0, 1, 1, 2, 3]);
  });

  it('are the nodes in open containers, whatever is open', () => {
    const cases = fc.tuple(fc.json({ maxDepth: 5 }), fc.array(fc.nat()), fc.array(fc.nat()), fc.nat(4));
    fc.assert(
      fc.property(cases, ([text, opened, hidden, depth]) => {
        const random = parseJson(text);
        const nodes = (numbers: number[]) =>
          numbers.map((number) => number % random.size).filter((node) => countOf(random, node) > 0);
        const levels = levelsTo(random, depth);
        for (const node of nodes(opened)) levels[node] = 1;
        const covered = new Set(nodes(hidden));
        expect(visibleNodes(random, levels, redactionOf(random, covered))).toEqual(
          nodesInOpenOnes(random, levels, covered),
        );
      }),
    );
  });
});
