import { once } from 'node:events';
import { connect } from 'node:net';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import qs from 'qs';
import { describe, expect, it } from 'vitest';
import { SandboxError } from '../../src/sandbox/errors.ts';
import { parseQuery, queryBounds } from '../../src/sandbox/query.ts';
import { fresh, licensePath, listen } from './support.ts';

type Tree = string | number | boolean | null | Tree[] | { [name: string]: Tree };

/** What a tree is after the wire: all leaves are text, null is empty. */
function asText(tree: Tree): unknown {
  if (tree === null) return '';
  if (Array.isArray(tree)) return tree.map(asText);
  if (typeof tree !== 'object') return String(tree);
  return Object.fromEntries(Object.entries(tree).map(([name, value]) => [name, asText(value)]));
}

/** Every character there is, one as likely as another; a lone surrogate is none. */
const anyCharacter = fc
  .integer({ min: 0, max: 0x10_ffff - 0x800 })
  .map((index) => String.fromCodePoint(index < 0xd800 ? index : index + 0x800));

const leaf = fc.oneof(
  fc.string({ unit: anyCharacter, maxLength: 12 }),
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    '',
    ' ',
    '+',
    '%',
    '&',
    '=',
    '[]',
    '%5B',
    '#',
    '?',
    'é',
    '東京',
    '\u202E',
    '🧑‍🚀',
    '\0',
    '\r\n',
  ),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
// Brackets are the syntax, and a name of digits is an index: neither can be a name.
const name = fc
  .oneof(
    fc.string({ unit: anyCharacter, minLength: 1, maxLength: 8 }),
    fc.string({ minLength: 1, maxLength: 8 }),
    fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'a b', 'a.b', '-1', '1e3'),
  )
  .filter((text) => !/[[\]]|^\d+$/.test(text));
const objectOf = (value: fc.Arbitrary<Tree>) =>
  fc
    .uniqueArray(fc.tuple(name, value), { minLength: 1, maxLength: 3, selector: ([key]) => key })
    .map((entries): Tree => Object.fromEntries(entries));

/** Objects and lists in one another: only indexes can spell these without doubt. */
const { nested } = fc.letrec<{ nested: Tree }>((tie) => ({
  nested: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.array(tie('nested'), { minLength: 1, maxLength: 3 }),
    objectOf(tie('nested')),
  ),
}));
/** Objects of texts and of lists of texts: every spelling can. */
const { flat } = fc.letrec<{ flat: Tree }>((tie) => ({
  flat: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(leaf, { minLength: 2, maxLength: 4 }),
    objectOf(tie('flat')),
  ),
}));

const parameterSets = fc
  .oneof(
    fc.record({ tree: objectOf(nested), arrayFormat: fc.constant('indices' as const) }),
    fc.record({ tree: objectOf(flat), arrayFormat: fc.constantFrom('brackets' as const, 'repeat' as const) }),
  )
  .chain(({ tree, arrayFormat }) =>
    fc.record({
      tree: fc.constant(tree),
      search: fc
        .record({
          format: fc.constantFrom('RFC1738' as const, 'RFC3986' as const),
          literalBrackets: fc.boolean(),
        })
        .map(({ format, literalBrackets }) => {
          const search = qs.stringify(tree, { arrayFormat, format });
          return literalBrackets ? search.replaceAll('%5B', '[').replaceAll('%5D', ']') : search;
        }),
    }),
  )
  .filter(({ search }) => search.length < 8_000);

describe('parameters', () => {
  it('10,000 sets survive an independent serializer, HTTP and the parser', async () => {
    let received = '';
    const server = await listen((incoming, outgoing) => {
      received = incoming.url ?? '';
      outgoing.writeHead(204).end();
    });
    const connection = connect(server.port, '127.0.0.1');
    const parsed = async (search: string) => {
      connection.write(`GET /?${search} HTTP/1.1\r\n\r\n`);
      await once(connection, 'data');
      return parseQuery(new URL(received, server.origin).search).values;
    };
    let sets = 0;
    await fc.assert(
      fc.asyncProperty(parameterSets, async ({ tree, search }) => {
        sets += 1;
        // Vitest's own equality stumbles over keys like __proto__.
        expect(isDeepStrictEqual(await parsed(search), asText(tree))).toBe(true);
      }),
      { numRuns: 10_000 },
    );
    expect(sets).toBeGreaterThanOrEqual(10_000);
    connection.destroy();
    server.close();
  }, 120_000);

  it('reach the vendor as remote_query spelled them', async () => {
    const { get, find } = fresh();
    const target = find('Webex');
    await fc.assert(
      fc.asyncProperty(fc.oneof(objectOf(nested), objectOf(flat)), async (tree) => {
        const search = qs.stringify({ remote_query: tree });
        fc.pre(search.length < 8_000);
        const response = await get({ ...target, query: `truto_response_format=debug&${search}` });
        const { debug } = await response.json();
        expect([...new URL(debug.requestUrl).searchParams]).toEqual([
          ...new URLSearchParams(qs.stringify(tree)),
        ]);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});

describe('parseQuery', () => {
  it.each([
    ['', {}],
    ['?', {}],
    ['&&', {}],
    ['a', { a: '' }],
    ['a=1=2', { a: '1=2' }],
    ['a=1+2%2B', { a: '1 2+' }],
    ['foo[bar]=baz&foo[bar1][bar2]=baz2', { foo: { bar: 'baz', bar1: { bar2: 'baz2' } } }],
    ['foo[]=bar&foo[][bar1]=baz1', { foo: ['bar', { bar1: 'baz1' }] }],
    ['a=1&a=2&a[]=3', { a: ['1', '2', '3'] }],
    ['a[2]=c&a[0]=a&a[1]=b', { a: ['a', 'b', 'c'] }],
    ['a[4294967296]=far', { a: ['far'] }],
    ['a[b=1', { 'a[b': '1' }],
    ['a]b=1', { 'a]b': '1' }],
    ['a[b]c=1', { 'a[b]c': '1' }],
    ['[a]=1', { '[a]': '1' }],
    ['a[[b]]=1', { 'a[[b]]': '1' }],
    ['=1', {}],
  ])('%s', (search, values) => {
    expect(parseQuery(search).values).toEqual(values);
  });

  it('makes no prototype of __proto__', () => {
    const { values } = parseQuery('a[__proto__][polluted]=1&__proto__[polluted]=1');
    expect(Object.keys(values)).toEqual(['a', '__proto__']);
    expect(values).not.toHaveProperty('polluted');
    expect({}).not.toHaveProperty('polluted');
  });

  it('takes what the bounds allow and refuses one more', () => {
    const depth = (levels: number) => `a${'[b]'.repeat(levels - 1)}=1`;
    const count = (parameters: number) => 'a=1&'.repeat(parameters);
    const length = (characters: number) => 'a'.repeat(characters);
    for (const [make, bound] of [
      [depth, queryBounds.depth],
      [count, queryBounds.count],
      [length, queryBounds.length],
    ] as const) {
      expect(() => parseQuery(make(bound))).not.toThrow();
      expect(() => parseQuery(make(bound + 1))).toThrow(SandboxError);
    }
  });

  it('answers any text with values or a refusal', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: anyCharacter }),
          fc
            .array(fc.constantFrom('a', 'b', '[', ']', '0', '=', '&', '%', '5B', '+'))
            .map((parts) => parts.join('')),
        ),
        (search) => {
          expect(outcome(search)).toMatch(/^(values|refused)$/);
        },
      ),
      { numRuns: 5_000 },
    );
  });
});

function outcome(search: string): 'values' | 'refused' {
  try {
    parseQuery(search);
    return 'values';
  } catch (error) {
    if (error instanceof SandboxError) return 'refused';
    throw error;
  }
}

describe('remote_query', () => {
  it.each(['a=1&a=2', 'a[]=1&a[]=2', 'a[b][]=1&a[b][]=2&c='])(
    '%s reaches the vendor as it is',
    async (query) => {
      const { get, find } = fresh();
      const search = query.replace(/(^|&)(\w+)/g, '$1remote_query[$2]');
      const response = await get({ ...find('Webex'), query: `truto_response_format=debug&${search}` });
      const { debug } = await response.json();
      expect([...new URL(debug.requestUrl).searchParams]).toEqual([...new URLSearchParams(query)]);
    },
  );

  it('replaces what the endpoint itself would ask the vendor for', async () => {
    const { get, find } = fresh();
    const query =
      'truto_response_format=debug&include_assigned_to=user&remote_query[includeAssignedTo]=nobody';
    const { debug } = await (await get({ ...find('Webex'), query })).json();
    expect(new URL(debug.requestUrl).search).toBe('?includeAssignedTo=nobody');
  });

  it('that is null, as the TypeScript SDK spells it, is none', async () => {
    const { get, find } = fresh();
    const response = await get({ ...find('Webex'), query: 'truto_response_format=debug&remote_query=' });
    const { debug } = await response.json();
    expect(new URL(debug.requestUrl).search).toBe('');
  });
});

describe('organizations', () => {
  it.each([
    'organizations=900100200',
    'organizations[]=900100200',
    'organizations[0]=900100200',
    'organizations[id]=900100200',
    'organizations%5Bid%5D=900100200',
  ])('is understood as %s', async (query) => {
    const { get, find } = fresh();
    const response = await get({ ...find('Cisco Meraki'), organizations: undefined, query });
    expect(await response.json()).toMatchObject({ id: '900100200300401' });
  });

  it('cannot lead the vendor request astray', async () => {
    const { sandbox, find } = fresh();
    const ask = async (organizations: string) => {
      const url = `https://api.truto.one${licensePath({ ...find('Cisco Meraki'), organizations })}`;
      const response = await sandbox.fetch(url, { headers: { authorization: `Bearer ${sandbox.token}` } });
      return response.status;
    };
    for (const value of ['..', 'a%2Fb', 'a%2F..%2F900100200', '900100200%2F.', '%23', '%3F']) {
      expect(await ask(value)).toBe(404);
    }
  });
});
