import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  contentOf,
  countOf,
  depthOf,
  endOf,
  indexOf,
  type JsonKind,
  type JsonSyntaxError,
  kindOf,
  nextOf,
  type ParsedJson,
  parentOf,
  parseJson,
  sourceOf,
  stepOf,
} from '../../src/json/index.ts';
import { parseSteps } from '../../src/json/parser.ts';
import { print, squeeze } from './print.ts';

function isAcceptedByJsonParse(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('parseJson', () => {
  it('keeps every digit, escape, space and key', () => {
    const text =
      ' {"n" : 9007199254740993, "price":1.10,"big":1e400,"a":"\\u0041\\/","a":-0,"__proto__":{}}\n';
    const document = parseJson(text);
    expect(document.error).toBeNull();
    const children = [1, 2, 3, 4, 5, 6];
    expect(children.map((node) => stepOf(document, node))).toEqual([
      'n',
      'price',
      'big',
      'a',
      'a',
      '__proto__',
    ]);
    expect(children.map((node) => sourceOf(document, node))).toEqual([
      '9007199254740993',
      '1.10',
      '1e400',
      '"\\u0041\\/"',
      '-0',
      '{}',
    ]);
    expect(contentOf(sourceOf(document, 4))).toBe('A/');
    expect(sourceOf(document, 0)).toBe(text.trim());
  });

  it('knows kinds, parents, siblings, counts and paths', () => {
    const document = parseJson('{"users":[{"email":"a"},[],7],"ok":true,"none":null}');
    const kinds: JsonKind[] = ['object', 'array', 'object', 'string', 'array', 'number', 'boolean', 'null'];
    const nodes = [...kinds.keys()];
    expect(nodes.map((node) => kindOf(document, node))).toEqual(kinds);
    expect(nodes.map((node) => parentOf(document, node))).toEqual([-1, 0, 1, 2, 1, 1, 0, 0]);
    expect(nodes.map((node) => nextOf(document, node))).toEqual([8, 6, 4, 4, 5, 6, 7, 8]);
    expect(nodes.map((node) => countOf(document, node))).toEqual([3, 3, 1, 0, 0, 0, 0, 0]);
    expect(nodes.map((node) => indexOf(document, node))).toEqual([0, 0, 0, 0, 1, 2, 1, 2]);
    expect(nodes.map((node) => depthOf(document, node))).toEqual([0, 1, 2, 3, 2, 2, 1, 1]);
    expect(sourceOf(document, 1)).toBe('[{"email":"a"},[],7]');
  });

  it('finds keys in which quotes and backslashes are escaped', () => {
    const document = parseJson(String.raw`{"\\":1, "a\"b" : 2, "\\\"":3, "":4}`);
    expect([1, 2, 3, 4].map((node) => stepOf(document, node))).toEqual(['\\', 'a"b', '\\"', '']);
  });

  it('writes a text again from its nodes', () => {
    const spaced = fc
      .tuple(fc.json({ maxDepth: 6 }), fc.constantFrom('', ' ', '\t', '  \n'))
      .map(([text, indent]) => JSON.stringify(JSON.parse(text), null, indent));
    fc.assert(
      fc.property(fc.oneof(fc.json({ maxDepth: 6 }), spaced), (text) => {
        const document = parseJson(text);
        expect(document.error).toBeNull();
        expect(print(document)).toBe(squeeze(text));
      }),
    );
  });

  it('takes and refuses what JSON.parse takes and refuses', () => {
    const tokens = '{ } [ ] , : " "a" "\\ u00e \\n 0 1 - . e+ E true null fals / \u0001 日 😀'.split(' ');
    const token = fc.constantFrom(...tokens, ' ', '\n', '\u00a0', "'");
    const broken = fc.tuple(fc.json(), fc.nat(), fc.string({ maxLength: 2 })).map(([text, at, piece]) => {
      const cut = at % (text.length + 1);
      return text.slice(0, cut) + piece + text.slice(cut + 1);
    });
    const texts = fc.oneof(
      fc.array(token, { maxLength: 12 }).map((pieces) => pieces.join('')),
      broken.filter((text) => !/\p{Surrogate}/u.test(text)),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(parseJson(text).error === null).toBe(isAcceptedByJsonParse(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('reads the same in slices', () => {
    const text = JSON.stringify(
      Array.from({ length: 20_000 }, (_, index) => ({ id: index, text: 'é\n'.repeat(9) })),
    );
    let pauses = 0;
    const steps = parseSteps(text);
    let step = steps.next();
    for (; !step.done; step = steps.next()) pauses += 1;
    expect(pauses).toBeGreaterThan(10);
    expect(print(step.value) === text).toBe(true);
  });

  it('reads strings of any length, whatever their characters', () => {
    for (const piece of [
      'x',
      'é',
      '日',
      '😀',
      String.raw`\n`,
      String.raw`\u00e9`,
      String.raw`\ud83d\ude00`,
    ]) {
      for (const length of [0, 997, 998, 999, 1000, 1998, 100_000]) {
        const text = `["${piece.repeat(length)}😀", {"${piece.repeat(length)}": 1}]`;
        const document = parseJson(text);
        expect(document.error).toBeNull();
        expect(print(document) === squeeze(text)).toBe(true);
      }
    }
  });

  it('pauses within one long string', () => {
    const steps = parseSteps(`"${'x'.repeat(1_000_000)}"`);
    expect(steps.next().done).toBe(false);
  });

  it('reads any depth without recursion', () => {
    const depth = 100_000;
    const document = parseJson('[{"a":'.repeat(depth) + '[]'.repeat(1) + '}]'.repeat(depth));
    expect(document.error).toBeNull();
    expect(document.size).toBe(2 * depth + 1);
    expect(depthOf(document, 2 * depth)).toBe(2 * depth);
    expect(endOf(document, 0)).toBe(document.text.length);
  });

  it('is typed', () => {
    expectTypeOf(parseJson).parameters.toEqualTypeOf<[text: string]>();
    expectTypeOf(parseJson).returns.toEqualTypeOf<ParsedJson>();
    expectTypeOf<ParsedJson['error']>().toEqualTypeOf<JsonSyntaxError | null>();
  });
});

const valid: Readonly<Record<string, readonly string[]>> = {
  numbers: ['0', '-0', '-1', '1.5', '1E5', '1e+5', '1e-5', '0.1e01', '123123e100000', '-1e-400', '20e1'],
  strings: [
    '""',
    '"a"',
    '" "',
    '"\\u0000"',
    '"\\uD834\\uDd1e"',
    '"\\"\\\\\\/\\b\\f\\n\\r\\t"',
    '"\\\\u0000"',
  ],
  'unusual characters': ['"\u007f"', '"\u2028"', '"日本"', '"😀"', '"\u{10ffff}"', '"\u00a0"', '"\ufeff"'],
  literals: ['true', 'false', 'null'],
  arrays: ['[]', '[[]]', '[ ]', '[1,null,{}]', '[[],[[]]]', ' [ 1 , 2 ] '],
  objects: ['{}', '{ }', '{"":0}', '{"a":1,"a":2}', '{"a":{"b":[]}}', '{"\\u0061":1}', '{"__proto__":1}'],
  'white space': ['\t\r\n 1 \t\r\n', '[\n]', '{"a"\t:\r1\n}'],
};

describe('a text that JSON takes', () => {
  it.each(Object.entries(valid))('%s', (_name, texts) => {
    expect(texts.filter((text) => parseJson(text).error)).toEqual([]);
    expect(texts.filter((text) => !isAcceptedByJsonParse(text))).toEqual([]);
    expect(texts.map((text) => print(parseJson(text)))).toEqual(texts.map(squeeze));
  });
});

describe('a text that is a matter of taste', () => {
  it.each(['"\\ud800"', '"\\udc00\\ud800"', '"\\uDEAD"', '{"\\ud800":1}'])(
    'takes half of a surrogate pair as an escape: %j',
    (text) => expect(parseJson(text).error).toBeNull(),
  );

  it.each([
    ['"\ud800"', 1],
    ['"a\udc00"', 2],
    ['"\ud800\ud800\udc00"', 1],
  ])('refuses half of a surrogate pair itself: %j', (text, offset) => {
    expect(parseJson(text).error).toMatchObject({ offset, expected: 'character' });
  });

  it('refuses a byte order mark', () => {
    expect(parseJson('\ufeff{}').error).toMatchObject({ offset: 0, expected: 'value', found: '\ufeff' });
  });
});

describe('a text that is not JSON', () => {
  it.each([
    ['', 0, 'value', ''],
    ['  \n', 3, 'value', ''],
    ['<!doctype html>', 0, 'value', '<'],
    ['id,name\n1,2', 0, 'value', 'i'],
    ['😀', 0, 'value', '😀'],
    ['nul', 0, 'value', 'n'],
    ['True', 0, 'value', 'T'],
    ['NaN', 0, 'value', 'N'],
    ['Infinity', 0, 'value', 'I'],
    ['+1', 0, 'value', '+'],
    ['.5', 0, 'value', '.'],
    ["'a'", 0, 'value', "'"],
    ['\u00a01', 0, 'value', '\u00a0'],
    ['/* */1', 0, 'value', '/'],
    ['-', 1, 'digit', ''],
    ['-a', 1, 'digit', 'a'],
    ['1.', 2, 'digit', ''],
    ['1.e1', 2, 'digit', 'e'],
    ['1e', 2, 'digit', ''],
    ['1e+', 3, 'digit', ''],
    ['01', 1, 'end', '1'],
    ['0x1', 1, 'end', 'x'],
    ['1 2', 2, 'end', '2'],
    ['{}}', 2, 'end', '}'],
    ['1,2', 1, 'end', ','],
    ['{},', 2, 'end', ','],
    ['1\u0000', 1, 'end', '\u0000'],
    ['1.5.2', 3, 'end', '.'],
    ['[1e5e]', 4, 'comma-or-bracket', 'e'],
    ['[-]', 2, 'digit', ']'],
    ['nulll', 4, 'end', 'l'],
    ['"a" "b"', 4, 'end', '"'],
    ['"', 1, 'quote', ''],
    ['"a', 2, 'quote', ''],
    ['"\\', 2, 'escape', ''],
    ['"\\x"', 2, 'escape', 'x'],
    ['"\\u00g0"', 5, 'escape', 'g'],
    ['"\\u12"', 5, 'escape', '"'],
    ['"a\nb"', 2, 'character', '\n'],
    ['"\u0000"', 1, 'character', '\u0000'],
    ['[', 1, 'value', ''],
    ['[1', 2, 'comma-or-bracket', ''],
    ['[1 2]', 3, 'comma-or-bracket', '2'],
    ['[1}', 2, 'comma-or-bracket', '}'],
    ['[1,]', 3, 'value', ']'],
    ['[,1]', 1, 'value', ','],
    ['[1,', 3, 'value', ''],
    ['{', 1, 'key', ''],
    ['{a:1}', 1, 'key', 'a'],
    ['{1:1}', 1, 'key', '1'],
    ['{,}', 1, 'key', ','],
    ['{"a"}', 4, 'colon', '}'],
    ['{"a" 1}', 5, 'colon', '1'],
    ['{"a":}', 5, 'value', '}'],
    ['{"a":1,}', 7, 'key', '}'],
    ['{"a":1', 6, 'comma-or-brace', ''],
    ['{"a":1]', 6, 'comma-or-brace', ']'],
    ['{"a":1 "b":2}', 7, 'comma-or-brace', '"'],
    [']', 0, 'value', ']'],
  ] as const)('%j: at %i expects %s', (text, offset, expected, found) => {
    const document = parseJson(text);
    expect(document.error).toMatchObject({ offset, expected, found });
    expect(document.size).toBe(0);
    expect(document.text).toBe(text);
    expect(isAcceptedByJsonParse(text)).toBe(false);
  });

  it('tells line and column, whichever way lines end', () => {
    expect(parseJson('[\n1,\r\n2,\r  x]').error).toMatchObject({ line: 4, column: 3 });
    expect(parseJson('x').error).toMatchObject({ line: 1, column: 1 });
  });
});
