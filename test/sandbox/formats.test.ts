import { get as httpGet } from 'node:http';
import { afterAll, describe, expect, it } from 'vitest';
import { connectors } from '../../src/sandbox/connectors/index.ts';
import { textOf } from '../../src/sandbox/reply.ts';
import { embed } from '../../src/sandbox/sandbox.ts';
import { fresh, licensePath, serve, type Target, withShortcuts } from './support.ts';

const { endpoint, sandbox, get, find } = fresh();
const server = await serve(endpoint);
afterAll(() => server.close());

const overHttp = (target: Target) =>
  fetch(server.origin + licensePath(target), { headers: { authorization: `Bearer ${sandbox.token}` } });
const withFormat = (target: Target, format: string, query = ''): Target => ({
  ...target,
  query: `truto_response_format=${format}&${query}`,
});

describe('unified', () => {
  it('is the bare license, with the vendor body as remote_data', async () => {
    const response = await get(find('Salesforce'));
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.json()).toMatchObject({
      id: '100Xa0000000AbCIAU',
      remote_data: { Name: 'Salesforce' },
    });
  });

  it.each(['true', 'True'])('leaves remote_data out when truto_ignore_remote_data is %s', async (value) => {
    const body = await (await get({ ...find('Webex'), query: `truto_ignore_remote_data=${value}` })).json();
    expect(Object.keys(body)).toEqual(['id', 'name', 'assigned_quantity']);
  });

  it.each(['false', 'False', ''])('keeps it when that is "%s"', async (value) => {
    const body = await (await get({ ...find('Webex'), query: `truto_ignore_remote_data=${value}` })).json();
    expect(body).toHaveProperty('remote_data');
  });

  it.each([
    'truto_exclude_fields[]=id&truto_exclude_fields[]=name&truto_exclude_fields[]=remote_data',
    'truto_exclude_fields[0]=id&truto_exclude_fields[1]=name&truto_exclude_fields[2]=remote_data',
    'truto_exclude_fields=id&truto_exclude_fields=name&truto_exclude_fields=remote_data',
    'truto_exclude_fields%5B%5D=id&truto_exclude_fields%5B1%5D=name&truto_exclude_fields%5b2%5d=remote%5Fdata',
  ])('leaves out what %s names', async (query) => {
    expect(await (await get({ ...find('Webex'), query })).json()).toEqual({ assigned_quantity: 187 });
  });

  it('loses no digit of the vendor body', async () => {
    const text = await (await get(find('Webex', '2^53'))).text();
    for (const digits of ['9007199254740993', '123456789012345678901234567890', '1E400', '-0']) {
      expect(text).toContain(digits);
    }
  });

  it('keeps a __proto__ of the vendor a key like any other', async () => {
    const body = await (await get(find('Webex', '__proto__'))).json();
    expect(body.name).toBe('Webex Keys');
    expect(body).not.toHaveProperty('isAdmin');
    expect(Object.keys(body.remote_data)).toContain('__proto__');
  });
});

describe('raw', () => {
  const vendors = new Map(connectors.map((connector) => [connector.vendor, connector]));
  const reachable = sandbox.accounts.filter(({ status }) => status === 'active');

  it.each(reachable)('is what the vendor sends for every license of $label', async (account) => {
    const connector = vendors.get(account.vendor);
    const connection = connector?.accounts.find(({ id }) => id === account.id);
    if (!connector || !connection) throw new Error('no such connection');
    for (const { id, organizations } of account.licenses) {
      if (id.startsWith('fault-')) continue;
      const query = {
        includeAssignedTo: 'user' as const,
        remoteQuery: [],
        ...(organizations !== undefined && { organizations }),
      };
      const sent = await connector.fetch({
        method: 'GET',
        url: connector.url(id, query, connection.origin).href,
        headers: { authorization: `Bearer ${connection.credential}` },
      });
      const target = { id, account: account.id, organizations };
      const response = await overHttp(withFormat(target, 'raw', 'include_assigned_to=user'));
      expect(response.status).toBe(sent.status);
      if (sent.status !== 200) continue;
      expect(response.headers.get('content-type')).toBe(sent.headers['content-type']);
      const received = Buffer.from(await response.arrayBuffer());
      expect(received.equals(Buffer.from(await textOf(sent.body)))).toBe(true);
    }
  });

  it('carries the headers of the vendor', async () => {
    const response = await get(withFormat(find('Salesforce'), 'raw'));
    expect(response.headers.get('sforce-limit-info')).toMatch(/^api-usage=\d+\/\d+$/);
  });

  it('has a body of 5 MB for the license that says so', async () => {
    const response = await overHttp(withFormat(find('Cisco Meraki', '5 MB'), 'raw'));
    const text = await response.text();
    expect(text.length).toBeGreaterThan(5_000_000);
    expect(JSON.parse(text).permanentlyQueuedLicenses).toHaveLength(40_000);
  });
});

describe('normalized', () => {
  it('is the mapped license alone', async () => {
    const unified = await (await get(find('Salesforce'))).json();
    const { remote_data: _vendorBody, ...license } = unified;
    expect(await (await get(withFormat(find('Salesforce'), 'normalized'))).json()).toEqual(license);
  });
});

describe('debug', () => {
  it('shows the vendor call beside the result, without the credential', async () => {
    const response = await get(withFormat(find('Webex'), 'debug'));
    const text = await response.text();
    const [account] = connectors.flatMap(({ accounts }) => accounts.filter(({ label }) => label === 'Webex'));
    expect(account?.credential).toMatch(/./);
    expect(text).not.toContain(account?.credential);
    const { result, debug } = JSON.parse(text);
    expect(result).toEqual(await (await get(find('Webex'))).json());
    expect(debug).toEqual({
      requestUrl: `https://webexapis.com/v1/licenses/${find('Webex').id}`,
      requestOptions: {
        method: 'GET',
        headers: { accept: 'application/json', authorization: 'Bearer [redacted]' },
      },
      responseHeaders: { 'content-type': 'application/json' },
      data: result.remote_data,
    });
  });
});

describe('stream', () => {
  it('is the bytes of raw', async () => {
    const bytes = async (format: string) =>
      Buffer.from(await (await overHttp(withFormat(find('Cisco Meraki', '5 MB'), format))).arrayBuffer());
    expect((await bytes('stream')).equals(await bytes('raw'))).toBe(true);
  });

  it('delivers its status over HTTP before its first byte is produced, and that before the last is', async () => {
    const { promise: firstPiece, resolve: produceFirstPiece } = deferred();
    const { promise: lastPiece, resolve: produceLastPiece } = deferred();
    const slow = {
      ...connectors[2],
      fetch: () => ({
        status: 200,
        headers: { 'content-type': 'application/json' },
        async *body() {
          await firstPiece;
          yield '{"id":"slow",';
          await lastPiece;
          yield '"name":"Slow"}';
        },
      }),
    };
    const shortcuts = withShortcuts(embed([slow], { limits: false }));
    const served = await serve(shortcuts.endpoint);
    const first = deferred<string>();
    const whole = deferred<string>();
    httpGet(
      served.origin + licensePath(withFormat(shortcuts.find('Webex'), 'stream')),
      { headers: { authorization: `Bearer ${sandbox.token}` } },
      (response) => {
        produceFirstPiece();
        let text = '';
        response.on('data', (chunk: Buffer) => {
          text += String(chunk);
          first.resolve(text);
        });
        response.on('end', () => whole.resolve(text));
      },
    );
    expect(await first.promise).toBe('{"id":"slow",');
    produceLastPiece();
    expect(await whole.promise).toBe('{"id":"slow","name":"Slow"}');
    served.close();
  });

  it('asks for no more than its reader takes', async () => {
    let produced = 0;
    const endless = {
      ...connectors[2],
      fetch: () => ({
        status: 200,
        headers: {},
        *body() {
          for (;;) yield String((produced += 1));
        },
      }),
    };
    const shortcuts = withShortcuts(embed([endless], { limits: false }));
    const response = await shortcuts.get(withFormat(shortcuts.find('Webex'), 'stream'));
    const reader = response.body?.getReader();
    const afterAWhile = async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return produced;
    };
    expect(await afterAWhile()).toBe(0);
    await reader?.read();
    expect(await afterAWhile()).toBe(1);
    await reader?.cancel();
    expect(await afterAWhile()).toBe(1);
  });
});

function deferred<T = void>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
