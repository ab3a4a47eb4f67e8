import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFieldEditor } from '../../src/server/fields.ts';
import { deepest, editJson } from '../../src/server/json-edit.ts';

const nothing = { masksText: false, property: () => undefined };
const edit = createFieldEditor({ x: 'drop', y: 'mask', 'users[].email': 'mask', 'a.b.c': 'drop' });
const raw = (text: string) => edit(text, 'raw');

/** JSON texts as people and vendors spell them: names from a few letters, spaces anywhere. */
const spelled = fc
  .letrec<{ value: string }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.constantFrom('0', '-0.50e+3', '12345678901234567890', 'true', 'null', '""', '"\\u0041\\/ü"'),
      list('[', ']', tie('value')),
      list(
        '{',
        '}',
        fc
          .tuple(
            fc.constantFrom('x', 'y', 'z', 'users', 'email', 'a', 'b', 'c', '\\u0078'),
            space(),
            tie('value'),
          )
          .map(([name, gap, value]) => `"${name}"${gap}:${gap}${value}`),
      ),
    ),
  }))
  .value.chain((value) => fc.tuple(space(), space()).map(([before, after]) => before + value + after));

function space() {
  return fc.constantFrom('', '', ' ', '\n  ', '\t', '\r\n');
}

function list(open: string, close: string, member: fc.Arbitrary<string>) {
  return fc
    .array(fc.tuple(space(), member, space()), { maxLength: 5 })
    .map((members) => `${open}${members.map((parts) => parts.join('')).join(',')}${close}`);
}

/** What the edits leave of a value, said the slow way. */
function expected(value: unknown, path: readonly string[] = []): unknown {
  if (Array.isArray(value)) return value.map((item) => expected(item, path));
  if (typeof value === 'string' && path.length === 0) return '•••';
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      const here = [...path, name].join('.');
      if (name === 'x' || /(^|\.)a\.b\.c$/.test(here)) return [];
      if (name === 'y' || /(^|\.)users\.email$/.test(here)) return [[name, '•••']];
      return [[name, expected(inner, [...path, name])]];
    }),
  );
}

/** In JSON.parse the last of repeated names wins; a dropped one would uncover the one before it. */
function hasRepeatedName(text: string): boolean {
  let names = 0;
  JSON.parse(text, (_, value: unknown) => {
    if (typeof value === 'object' && value && !Array.isArray(value)) names += Object.keys(value).length;
    return value;
  });
  return names < (text.match(/"\s*:/g) ?? []).length;
}

describe('an edit', () => {
  it('leaves the document that the paths say', () => {
    fc.assert(
      fc.property(spelled, (text) => {
        fc.pre(!hasRepeatedName(text));
        const value: unknown = JSON.parse(text);
        expect(JSON.parse(raw(text))).toEqual(expected(value));
      }),
      { numRuns: 500 },
    );
  });

  it('only ever takes out, apart from masks', () => {
    fc.assert(
      fc.property(spelled, (text) => {
        let at = 0;
        for (const char of raw(text).replaceAll('"•••"', '')) {
          at = text.indexOf(char, at) + 1;
          expect(at).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('keeps every byte where no path matches', () => {
    fc.assert(
      fc.property(spelled, (text) => {
        expect(editJson(text, nothing)).toBe(text);
      }),
    );
  });

  it('takes exactly what JSON.parse takes', () => {
    fc.assert(
      fc.property(
        spelled,
        fc.nat(),
        fc.constantFrom('', ',', '"', '}', ']', ':', '0', '\\', '\u0000', 'é'),
        (text, at, put) => {
          const index = at % (text.length + 1);
          const broken = text.slice(0, index) + put + text.slice(index + 1);
          expect(accepts(() => editJson(broken, nothing))).toBe(accepts(() => JSON.parse(broken)));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['a member in the middle', '{ "z": 1 , "x" : [1, {}] , "q": 2 }', '{ "z": 1  , "q": 2 }'],
    ['the first', '{\n  "x": 1,\n  "z": 1.0\n}', '{\n  "z": 1.0\n}'],
    ['the last', '{\n  "z": 1.0,\n  "x": 1\n}', '{\n  "z": 1.0\n}'],
    ['the only one', '{ "x": 1 }', '{ }'],
    ['all', '{"x":1,"x":2 ,"x":{"x":3}}', '{ }'],
    ['repeated ones', '{"x":1,"z":2,"x":3,"z":4,"x":5}', '{"z":2,"z":4}'],
    ['one whose name is spelled with escapes', '{"\\u0078":1,"z":1}', '{"z":1}'],
    ['ones in lists of lists', '[[{"x":1}],[],[{"z":{"x":2}}]]', '[[{}],[],[{"z":{}}]]'],
    ['a value, by a mask', '{"y":{"y":[1,2]},"z":"y"}', '{"y":"•••","z":"y"}'],
    [
      'what the brackets of a path mean: one, many, many of many',
      '{"users":{"email":1}}',
      '{"users":{"email":"•••"}}',
    ],
    [
      'a path deep inside',
      '{"q":{"users":[{"email":"e","id":1}]}}',
      '{"q":{"users":[{"email":"•••","id":1}]}}',
    ],
    ['nothing where a path is left half way', '{"a":{"z":{"b":{"c":1}}}}', '{"a":{"z":{"b":{"c":1}}}}'],
    ['a path that begins again within itself', '{"a":{"a":{"b":{"c":1}}}}', '{"a":{"a":{"b":{}}}}'],
    [
      'names of every object',
      '{"__proto__":{"x":1},"constructor":{"y":1}}',
      '{"__proto__":{},"constructor":{"y":"•••"}}',
    ],
    ['after a byte order mark', '\uFEFF{"x":1}', '\uFEFF{}'],
  ])('takes out %s', (_, text, left) => {
    expect(raw(text)).toBe(left);
  });

  it('is masked whole where a vendor’s body is one text', () => {
    expect(raw('"licenseKey: ZEXA"')).toBe('"•••"');
    expect(edit('{"remote_data":"<x>1</x>","name":"n"}', 'unified')).toBe('{"remote_data":"•••","name":"n"}');
  });

  it('reaches the vendor’s body in every envelope, and only that', () => {
    const body = '{"x":1,"z":2}';
    expect(edit(`{"x":1,"remote_data":${body}}`, 'unified')).toBe('{"x":1,"remote_data":{"z":2}}');
    expect(edit(`{"result":{"x":1,"remote_data":${body}}}`, 'unified')).toBe(
      '{"result":{"x":1,"remote_data":{"z":2}}}',
    );
    expect(edit(`{"result":{"remote_data":${body}},"debug":{"x":1,"data":${body}}}`, 'debug')).toBe(
      '{"result":{"remote_data":{"z":2}},"debug":{"x":1,"data":{"z":2}}}',
    );
    expect(edit(`{"x":1,"raw_response":[${body}]}`, 'error')).toBe('{"x":1,"raw_response":[{"z":2}]}');
    expect(edit(body, 'stream')).toBe('{"z":2}');
  });

  it('walks the deepest document it takes, and refuses a deeper one', () => {
    const nested = (depth: number) => `${'{"z":['.repeat(depth / 2)}{"x":1}${']}'.repeat(depth / 2)}`;
    expect(raw(nested(deepest - 2))).toBe(nested(deepest - 2).replace('"x":1', ''));
    expect(() => raw(nested(deepest))).toThrow(SyntaxError);
  });

  it('takes a megabyte of digits, of text, of escapes and of names', () => {
    const million = 1_000_000;
    for (const big of ['1'.repeat(million), `"${'t'.repeat(million)}"`, `"${'\\n'.repeat(million / 2)}"`]) {
      expect(raw(`{"x":${big},"z":${big}}`)).toBe(`{"z":${big}}`);
      expect(raw(`[${big}]`).length).toBe(big.startsWith('"') ? '["•••"]'.length : big.length + 2);
    }
    expect(raw(`{${'"z":0,'.repeat(million / 10)}"x":0}`)).toBe(
      `{${'"z":0,'.repeat(million / 10).slice(0, -1)}}`,
    );
  });
});

it.each(['', '.', 'a..b', 'users[0].email', '*.email', 'a.[]'])('refuses the path %j', (path) => {
  expect(() => createFieldEditor({ [path]: 'drop' })).toThrow(TypeError);
});

function accepts(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
