import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { type License, parseLicense } from '../../src/license/index.ts';
import fixtures from '../fixtures/index.json' with { type: 'json' };
import matrix from '../fixtures/support-matrix.json' with { type: 'json' };

/** The documented types once more, in Valibot: what it says of a body is what `parseLicense` has to say. */
const named = { id: v.nullish(v.string()), name: v.nullish(v.string()) };
const schema = v.object({
  id: v.string(),
  name: v.nullish(v.string()),
  description: v.nullish(v.string()),
  status: v.nullish(v.string()),
  assigned_quantity: v.nullish(v.number()),
  available_quantity: v.nullish(v.number()),
  is_paid: v.nullish(v.boolean()),
  unit_amount: v.nullish(v.number()),
  currency: v.nullish(v.string()),
  products: v.nullish(v.array(v.object({ ...named, status: v.nullish(v.string()) }))),
  roles: v.nullish(v.array(v.object(named))),
  created_at: v.nullish(v.string()),
  updated_at: v.nullish(v.string()),
  remote_data: v.optional(v.unknown()),
});

describe('parseLicense', () => {
  it.each(fixtures.fixtures.map((fixture) => [fixture.file, fixture.expected_unified_without_remote_data]))(
    'takes %s as it is',
    (_, body) => {
      expect(parseLicense(body)).toEqual({ license: body, issues: [] });
    },
  );

  it('passes unknown keys and unknown enum values', () => {
    const body = { id: '1', status: 'frozen', products: [{ status: 'provisioning_v2' }], seats_note: ['x'] };
    expect(parseLicense(body)).toEqual({ license: body, issues: [] });
  });

  it('takes null for every field but the id', () => {
    const fields = Object.keys(matrix.response_fields).filter(
      (field) => !field.includes('.') && field !== 'id',
    );
    const body = { id: '1', ...Object.fromEntries(fields.map((field) => [field, null])) };
    expect(parseLicense(body)).toEqual({ license: body, issues: [] });
  });

  it('leaves a wrong type out and names it, without its value', () => {
    const { license, issues } = parseLicense({ id: '1', name: 7, unit_amount: 'dear', is_paid: true });
    expect(license).toEqual({ id: '1', is_paid: true });
    expect(issues).toEqual([
      { path: ['name'], expected: 'string', received: 'number' },
      { path: ['unit_amount'], expected: 'number', received: 'string' },
    ]);
  });

  it('leaves out single entries of a list, and a list that is none', () => {
    const { license, issues } = parseLicense({
      id: '1',
      products: [null, { id: 'a', name: 5 }, 'b', { id: 'c' }],
      roles: 'admin',
    });
    expect(license).toEqual({ id: '1', products: [{ id: 'a' }, { id: 'c' }] });
    expect(issues).toEqual([
      { path: ['products', 0], expected: 'object', received: 'null' },
      { path: ['products', 1, 'name'], expected: 'string', received: 'number' },
      { path: ['products', 2], expected: 'object', received: 'string' },
      { path: ['roles'], expected: 'array', received: 'string' },
    ]);
  });

  it.each([
    null,
    undefined,
    'text',
    7,
    [],
    [{ id: '1' }],
    {},
    { id: null },
    { id: 7 },
    { result: { id: '1' } },
  ])('takes %j for no license', (body) => {
    expect(parseLicense(body).license).toBeNull();
  });

  it('keeps a __proto__ key a key', () => {
    const { license } = parseLicense(JSON.parse('{"id":"1","name":3,"__proto__":{"polluted":true}}'));
    expect(Object.keys(license ?? {})).toEqual(['id', '__proto__']);
    expect({}).not.toHaveProperty('polluted');
  });

  it('reads any JSON without throwing, and what it calls a license is one', () => {
    const field = fc.constantFrom(
      ...Object.keys(matrix.response_fields).map((name) => name.split(/[[.]/)[0] ?? name),
    );
    const body = fc.oneof(fc.jsonValue(), fc.dictionary(fc.oneof(field, fc.string()), fc.jsonValue()));
    fc.assert(
      fc.property(body, (value) => {
        const { license, issues } = parseLicense(value);
        const again = license ?? { id: 'none' };
        expect(parseLicense(again)).toEqual({ license: again, issues: [] });
        expect(license !== null || issues.length > 0 || Array.isArray(value)).toBe(true);
      }),
    );
  });

  it('finds the faults that Valibot finds, at the same places', () => {
    const field = fc.constantFrom(...Object.keys(schema.entries), 'other');
    const entry = fc.dictionary(
      fc.constantFrom('id', 'name', 'status', 'other'),
      fc.jsonValue({ maxDepth: 1 }),
    );
    const value = fc
      .oneof(fc.jsonValue({ maxDepth: 2 }), fc.string(), fc.integer(), fc.array(entry))
      // To Valibot an array is an object; to us a list of lists is no list of products.
      .filter((list) => !Array.isArray(list) || !list.some(Array.isArray));
    fc.assert(
      fc.property(fc.dictionary(field, value), (body) => {
        const found = v.safeParse(schema, body).issues ?? [];
        expect(parseLicense(body).issues).toEqual(
          found.map(({ path = [], expected, input }) => ({
            path: path.map(({ key }) => key),
            // Of a key that is missing altogether Valibot says that it expected the key.
            expected: expected === '"id"' ? 'string' : expected?.toLowerCase(),
            received: input === null ? 'null' : Array.isArray(input) ? 'array' : typeof input,
          })),
        );
        expectTypeOf<v.InferOutput<typeof schema>>().toExtend<License>();
      }),
      { numRuns: 1000 },
    );
  });

  it('stays quick on a list with a hundred thousand faults', () => {
    const products = Array.from({ length: 100_000 }, (_, index) =>
      index % 2 === 0 ? index : { id: `${index}` },
    );
    const { license, issues } = parseLicense({ id: '1', products });
    expect(license?.products).toHaveLength(50_000);
    expect(issues).toHaveLength(50_000);
  });

  it('types follow the schema', () => {
    expectTypeOf<License['id']>().toEqualTypeOf<string>();
    expectTypeOf<License['assigned_quantity']>().toEqualTypeOf<number | null | undefined>();
    expectTypeOf<{ id: string }>().toExtend<License>();
    // @ts-expect-error a misspelt field is no field
    const name = ({ id: '1' } as License).nmae;
    expect(name).toBeUndefined();
  });
});
