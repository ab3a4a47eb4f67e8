import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../src/json/index.ts';
import { pathTo } from '../../src/json/path.ts';

/** The path to a value at the end of these steps. */
function path(steps: readonly (string | number)[], root: string, limit?: number): string {
  const text = steps.reduceRight<string>(
    (inner, step) =>
      typeof step === 'string' ? `{${JSON.stringify(step)}:${inner}}` : `[${'0,'.repeat(step)}${inner}]`,
    '7',
  );
  const document = parseJson(text);
  return pathTo(document, document.size - 1, root, limit);
}

describe('pathTo', () => {
  it.each([
    [[], '$', 'data'],
    [['users', 3, 'email'], '$.users[3].email', 'data.users[3].email'],
    [[0], '$[0]', 'data[0]'],
    [['e-mail', '', '1a'], '$["e-mail"][""]["1a"]', 'data["e-mail"][""]["1a"]'],
    [['$ref', 'a"b\\'], '$["$ref"]["a\\"b\\\\"]', 'data["$ref"]["a\\"b\\\\"]'],
    [['__proto__'], '$.__proto__', 'data.__proto__'],
  ] as const)('%j', (steps, jsonPath, javaScript) => {
    expect(path(steps, '$')).toBe(jsonPath);
    expect(path(steps, 'data')).toBe(javaScript);
  });

  it('writes the end of a path that is too long', () => {
    expect(path(['users', 3, 'email'], '$', 9)).toBe('…[3].email');
    expect(path(['users', 3, 'email'], '$', 8)).toBe('…3].email');
    expect(path(['users'], '$', 7)).toBe('$.users');
    expect(path(['x'.repeat(1000)], '$', 5)).toBe('…xxxxx');
  });

  it('writes JavaScript that reads the value', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.nat(9))), (steps) => {
        const found = {};
        const data = steps.reduceRight<unknown>((value, step) => new Map([[String(step), value]]), found);
        const read: unknown = walk(data, path(steps, ''));
        expect(read).toBe(found);
      }),
    );
  });
});

/** Follows `.name`, `[1]` and `["name"]` through maps. */
function walk(data: unknown, way: string): unknown {
  let at = data;
  for (const [, name, index] of way.matchAll(/\.([\w$]+)|\[("(?:[^"\\]|\\.)*"|\d+)\]/g)) {
    const key = name ?? String(JSON.parse(index ?? ''));
    at = at instanceof Map ? at.get(key) : undefined;
  }
  return at;
}
