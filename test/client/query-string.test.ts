import fc from 'fast-check';
import qs from 'qs';
import { describe, expect, it } from 'vitest';
import type { RemoteQuery, RemoteQueryValue } from '../../src/client/index.ts';
import { toQueryString } from '../../src/client/query-string.ts';

describe('toQueryString', () => {
  it.each<[string, RemoteQuery, string]>([
    ['texts, numbers and booleans', { a: 'foo', b: 10, c: false }, 'a=foo&b=10&c=false'],
    [
      'nested objects in brackets',
      { foo: { bar: 'baz', bar1: { bar2: 'baz2' } } },
      'foo[bar]=baz&foo[bar1][bar2]=baz2',
    ],
    ['arrays with empty brackets', { foo: ['bar', { bar1: 'baz1' }] }, 'foo[]=bar&foo[][bar1]=baz1'],
    ['arrays of arrays', { foo: [['a'], ['b']] }, 'foo[][]=a&foo[][]=b'],
    ['null as an empty value', { foo: null }, 'foo='],
    ['nothing for undefined and for what is empty', { foo: undefined, bar: [], baz: {} }, ''],
  ])('writes %s', (_, params, expected) => {
    expect(decodeURIComponent(toQueryString(params))).toBe(expected);
  });

  it('percent-encodes everything, a space too', () => {
    expect(toQueryString({ 'a b': { '[c]': 'd+e f&g=h' } })).toBe('a%20b%5B%5Bc%5D%5D=d%2Be%20f%26g%3Dh');
  });

  it('turns a lone surrogate into the replacement character instead of throwing', () => {
    expect(toQueryString({ a: '\uD800' })).toBe('a=%EF%BF%BD');
  });

  it('says the same as qs for every nesting', () => {
    const text = fc.string({ unit: 'binary' }).filter((value) => !/\p{Surrogate}/u.test(value));
    const leaf = fc.oneof(
      text,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
    );
    const { value } = fc.letrec<{ value: RemoteQueryValue }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4, depthSize: 'small' },
        leaf,
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(text, tie('value'), { maxKeys: 4, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(text, value, { maxKeys: 4, noNullPrototype: true }), (params) => {
        const ours = [...new URLSearchParams(toQueryString(params))];
        const theirs = [...new URLSearchParams(qs.stringify(params, { arrayFormat: 'brackets' }))];
        expect(ours).toEqual(theirs);
      }),
      { numRuns: 500 },
    );
  });
});
