import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPath } from '../../src/json/path.ts';

describe('formatPath', () => {
  it.each([
    [[], '$', 'data'],
    [['users', 3, 'email'], '$.users[3].email', 'data.users[3].email'],
    [[0], '$[0]', 'data[0]'],
    [['e-mail', '', '1a'], '$["e-mail"][""]["1a"]', 'data["e-mail"][""]["1a"]'],
    [['$ref', 'a"b\\'], '$["$ref"]["a\\"b\\\\"]', 'data.$ref["a\\"b\\\\"]'],
    [['__proto__'], '$.__proto__', 'data.__proto__'],
  ] as const)('%j', (steps, jsonPath, javaScript) => {
    expect(formatPath(steps, 'jsonpath')).toBe(jsonPath);
    expect(formatPath(steps, 'javascript')).toBe(javaScript);
  });

  it('writes JavaScript that reads the value', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.nat(9))), (steps) => {
        const found = {};
        const data = steps.reduceRight<unknown>((value, step) => new Map([[String(step), value]]), found);
        const read: unknown = walk(data, formatPath(steps, 'javascript').slice('data'.length));
        expect(read).toBe(found);
      }),
    );
  });
});

/** Follows `.name`, `[1]` and `["name"]` through maps. */
function walk(data: unknown, path: string): unknown {
  let at = data;
  for (const [, name, index] of path.matchAll(/\.([\w$]+)|\[("(?:[^"\\]|\\.)*"|\d+)\]/g)) {
    const key = name ?? String(JSON.parse(index ?? ''));
    at = at instanceof Map ? at.get(key) : undefined;
  }
  return at;
}
