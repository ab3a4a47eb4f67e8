import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JsonDocument, parseJson } from '../../src/json/index.ts';
import { Rows } from '../../src/json/rows.ts';

const nothing: ReadonlySet<number> = new Set();

/** The rows, found the slow way: every node whose containers are all open. */
function visibleNodes(document: JsonDocument, rows: Rows): number[] {
  const isVisible = (node: number): boolean => {
    const above = document.parent(node);
    return above < 0 || (rows.isOpen(above) && isVisible(above));
  };
  return Array.from({ length: document.size }, (_, node) => node).filter(isVisible);
}

function shown(rows: Rows): number[] {
  return Array.from({ length: rows.count }, (_, row) => rows.nodeAt(row));
}

describe('Rows', () => {
  const document = parseJson('{"a":[1,{"b":2},[]],"c":{},"d":[[3]]}');
  // 0 {} | 1 a | 2 1 | 3 {b} | 4 2 | 5 [] | 6 c | 7 d | 8 [3] | 9 3

  it('opens to a depth', () => {
    expect(shown(Rows.toDepth(document, 0, nothing))).toEqual([0]);
    expect(shown(Rows.toDepth(document, 1, nothing))).toEqual([0, 1, 6, 7]);
    expect(shown(Rows.toDepth(document, 2, nothing))).toEqual([0, 1, 2, 3, 5, 6, 7, 8]);
    expect(shown(Rows.toDepth(document, Infinity, nothing))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('opens and closes, and remembers what was open inside', () => {
    const open = Rows.toDepth(document, Infinity, nothing);
    const closed = open.withOpen([0], false);
    expect(shown(closed)).toEqual([0]);
    expect(shown(closed.withOpen([0], true))).toEqual(shown(open));
    expect(shown(open)).toHaveLength(10);
  });

  it('opens nothing that is empty or sealed', () => {
    const rows = Rows.toDepth(document, Infinity, new Set([1]));
    expect(shown(rows)).toEqual([0, 1, 6, 7, 8, 9]);
    expect([1, 5, 6, 2].map((node) => rows.canOpen(node))).toEqual([false, false, false, false]);
    expect(shown(rows.withSealed(nothing))).toHaveLength(10);
  });

  it('reveals a node', () => {
    const rows = Rows.toDepth(document, 0, nothing).revealing(4);
    expect(shown(rows)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(rows.revealing(4)).toBe(rows);
  });

  it('answers for a node out of sight the row it is in', () => {
    const rows = Rows.toDepth(document, 1, nothing);
    expect([0, 1, 4, 6, 9].map((node) => rows.rowOf(node))).toEqual([0, 1, 1, 2, 3]);
  });

  it('maps rows and nodes both ways, whatever is open', () => {
    const cases = fc.tuple(fc.json({ maxDepth: 5 }), fc.array(fc.nat()), fc.array(fc.nat()), fc.nat(4));
    fc.assert(
      fc.property(cases, ([text, toggled, sealed, depth]) => {
        const random = parseJson(text);
        const within = (numbers: number[]) => numbers.map((number) => number % random.size);
        const rows = Rows.toDepth(random, depth, new Set(within(sealed))).withOpen(within(toggled), true);
        const expected = visibleNodes(random, rows);
        expect(shown(rows)).toEqual(expected);
        expect(expected.map((node) => rows.rowOf(node))).toEqual([...expected.keys()]);
      }),
    );
  });
});
