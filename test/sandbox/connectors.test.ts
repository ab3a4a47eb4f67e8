import fc from 'fast-check';
import jsonata from 'jsonata';
import { describe, expect, it, vi } from 'vitest';
import type { Vendor } from '../../src/license/index.ts';
import type { Connector } from '../../src/sandbox/connectors/connector.ts';
import { connectors } from '../../src/sandbox/connectors/index.ts';
import { embed } from '../../src/sandbox/sandbox.ts';
import { fixtures, fixtureText, schemaFields, supportedFields, withShortcuts } from './support.ts';
import { zoom } from './zoom.ts';

vi.mock('jsonata', { spy: true });

const answering = (body: string) => ({ status: 200, headers: { 'content-type': 'application/json' }, body });

const everyConnector: readonly Connector<Vendor>[] = connectors;
/** Every mapping there is: the connectors' own, and the one that an account brings. */
const mappings = everyConnector.flatMap((connector) =>
  ['own', 'overridden'].flatMap((kind) => {
    const account = connector.accounts.find(
      ({ status, mapping, refuses }) =>
        status === undefined && refuses === undefined && (mapping === undefined) === (kind === 'own'),
    );
    return account ? [{ kind, vendor: connector.vendor, connector, account }] : [];
  }),
);

const bodyOf: Record<Vendor, string[]> = { cisco_meraki: [], salesforce: [], webex: [] };
for (const fixture of fixtures) bodyOf[fixture.vendor].push(fixtureText(fixture));

/** A vendor's record in which some values are other JSON, or gone. */
const damaged = (vendor: Vendor) =>
  fc
    .record({
      record: fc.constantFrom(...bodyOf[vendor]).map((text): object => JSON.parse(text)),
      damage: fc.infiniteStream(fc.option(fc.jsonValue(), { freq: 2, nil: undefined })),
      keep: fc.infiniteStream(fc.boolean()),
    })
    .map(({ record, damage, keep }) =>
      JSON.stringify(
        Object.fromEntries(
          Object.entries(record).map(([name, value]) =>
            keep.next().value === true ? [name, value] : [name, damage.next().value],
          ),
        ),
      ),
    );

/** Bodies that chance would hardly find. */
const hostile = [
  '{"_jsonata_lambda":true,"id":{"_jsonata_function":true}}',
  '{"__proto__":{"id":"polluted"},"constructor":null}',
  '{"id":{"then":{}},"then":1}',
  '{"Products__c":1,"Roles__c":{"a":[]},"State__c":[1]}',
  '{"attributes":[{"type":"PackageLicense"},{"type":"UserLicense"}],"Status":["Active","Free"]}',
  '{"id":1E400,"consumedUnits":-0,"seatCount":9007199254740993}',
  `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
  `${'{"id":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
];

describe('a vendor body that the mapping does not expect', () => {
  it.each(mappings)(
    'makes a license with fewer fields: $vendor, $kind mapping',
    async ({ vendor, connector, account, kind }) => {
      let body = '';
      const { get } = withShortcuts(
        embed([{ ...connector, fetch: () => answering(body) }], { limits: false }),
      );
      const allowed = new Set(kind === 'own' ? supportedFields(vendor) : schemaFields);
      await fc.assert(
        fc.asyncProperty(fc.oneof(damaged(vendor), damaged(vendor), fc.json(), fc.string()), async (text) => {
          body = text;
          const response = await get({ account: account.id, id: 'x', organizations: '1' });
          expect(response.status).toBe(200);
          const license = await response.json();
          expect([typeof license, Array.isArray(license)]).toEqual(['object', false]);
          expect(Object.keys(license).filter((field) => !allowed.has(field))).toEqual([]);
          expect(license).toHaveProperty('remote_data');
        }),
        { numRuns: 500, examples: hostile.map((text): [string] => [text]) },
      );
    },
    60_000,
  );

  it('stands in remote_data as it came, or as text where it is no JSON', async () => {
    let body = '';
    const [, , webex] = connectors;
    const { get, find } = withShortcuts(
      embed([{ ...webex, fetch: () => answering(body) }], { limits: false }),
    );
    for (const [text, remoteData] of [
      ['[1, 2]', [1, 2]],
      ['null', null],
      ['7', 7],
      ['', ''],
      ['<html>', '<html>'],
      ['{"id": 1', '{"id": 1'],
    ] as const) {
      body = text;
      expect(await (await get(find('Webex'))).json()).toEqual({ remote_data: remoteData });
    }
  });

  it('leaves nothing but remote_data where the mapping itself fails on it', async () => {
    const strict = { ...zoom, mapping: 'response.{ "id": plan_id, "name": $split(hosts, "-")[0] }' };
    const { get, find } = withShortcuts(embed([strict], { limits: false }));
    expect(await (await get(find('Zoom'))).json()).toEqual({
      remote_data: expect.objectContaining({ hosts: 30 }),
    });
  });

  it('cannot put remote_data beside the one that the endpoint puts there', async () => {
    const doubled = { ...zoom, mapping: 'response.{ "id": plan_id, "remote_data": "of the mapping" }' };
    const { get, find } = withShortcuts(embed([doubled], { limits: false }));
    expect(await (await get(find('Zoom'))).text()).not.toContain('of the mapping');
    expect(await (await get({ ...find('Zoom'), query: 'truto_ignore_remote_data=true' })).json()).toEqual({
      id: 'zw-1',
    });
  });

  it('is no crash either when it is the body of a failure', async () => {
    let body = '';
    const [, , webex] = connectors;
    const { get, find } = withShortcuts(
      embed([{ ...webex, fetch: () => ({ ...answering(body), status: 403 }) }], { limits: false }),
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string()), async (text) => {
        body = text;
        const response = await get(find('Webex'));
        expect(response.status).toBe(403);
        expect(await response.json()).toMatchObject({ statusCode: 403, message: expect.any(String) });
      }),
      { numRuns: 500 },
    );
  });
});

describe('a fourth vendor', () => {
  const { get, find, sandbox } = withShortcuts(embed([...connectors, zoom], { limits: false }));

  it('is one module, and one line where the connectors are listed', async () => {
    expect(await (await get(find('Zoom'))).json()).toEqual({
      id: 'zw-1',
      name: 'Zoom Workplace',
      assigned_quantity: 30,
      remote_data: { plan_id: 'zw-1', plan_name: 'Zoom Workplace', hosts: 30 },
    });
    expect(sandbox.accounts.map(({ vendor }) => vendor)).toContain('zoom');
    expect((await get(find('Webex'))).status).toBe(200);
  });

  it('has its mapping compiled once', async () => {
    const compiled = vi.mocked(jsonata);
    compiled.mockClear();
    const shortcuts = withShortcuts(embed([zoom], { limits: false }));
    for (let count = 0; count < 3; count += 1) await shortcuts.get(shortcuts.find('Zoom'));
    expect(compiled.mock.calls).toEqual([[zoom.mapping]]);
  });

  it('gets its failures into the envelope', async () => {
    const response = await get({ ...find('Zoom'), id: 'unknown' });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      message: 'Plan does not exist',
      truto_is_remote_error: true,
      raw_response: { code: 1001 },
    });
  });

  it('whose mapping is no JSONata is told so', async () => {
    const { get, find } = withShortcuts(embed([{ ...zoom, mapping: 'response.{' }], { limits: false }));
    const response = await get(find('Zoom'));
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({
      message: expect.stringMatching(/^The sandbox itself failed: Expected .+ before end of expression/),
    });
  });

  it('that answers 401 once is not asked again: the account must be connected anew', async () => {
    let asked = 0;
    const revoked: Connector<'zoom'> = {
      ...zoom,
      fetch: (request) => {
        asked += 1;
        return asked === 1 ? { ...answering('{"message":"Revoked"}'), status: 401 } : zoom.fetch(request);
      },
    };
    const shortcuts = withShortcuts(embed([revoked], { limits: false }));
    for (let count = 0; count < 2; count += 1) {
      const response = await shortcuts.get(shortcuts.find('Zoom'));
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ message: 'Revoked', truto_is_remote_error: true });
    }
    expect(shortcuts.sandbox.accounts).toMatchObject([{ status: 'needs_reauth' }]);
    expect(asked).toBe(1);
  });

  it('that cannot be reached is 502', async () => {
    const unreachable: Connector<'zoom'> = {
      ...zoom,
      fetch: () => {
        throw new TypeError('getaddrinfo ENOTFOUND');
      },
    };
    const shortcuts = withShortcuts(embed([unreachable], { limits: false }));
    const response = await shortcuts.get(shortcuts.find('Zoom'));
    expect(await response.json()).toMatchObject({ statusCode: 502, error: 'Bad Gateway' });
  });
});
