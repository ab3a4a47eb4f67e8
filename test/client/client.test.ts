import { describe, expect, it } from 'vitest';
import { createLicenseClient, type ResponseFormat } from '../../src/client/index.ts';
import { connect, rejection } from './endpoint.ts';

const query = (request: Request | undefined) => decodeURIComponent(new URL(request?.url ?? '').search);

describe('license', () => {
  it('gets a license of every vendor, checked', async () => {
    const { client, sample } = connect();
    for (const vendor of ['cisco_meraki', 'salesforce', 'webex']) {
      const params = sample(vendor);
      const { license, issues } = await client.license(params);
      expect(license.id).toBe(params.licenseId);
      expect(issues).toEqual([]);
    }
  });

  it('sends every parameter under its documented name, below any base URL', async () => {
    const { client, sent, sample } = connect({ baseUrl: 'https://host.example/api/truto//' });
    const { licenseId, integratedAccountId } = sample('webex');
    await client.license({
      licenseId,
      integratedAccountId,
      organizations: 'o 1',
      includeAssignedTo: 'user',
      excludeFields: ['name', 'status'],
      ignoreRemoteData: false,
      remoteQuery: { filter: { name: ['a', 'b'] }, page: 2 },
    });
    const url = new URL(sent[0]?.url ?? '');
    expect(url.pathname).toBe(`/api/truto/unified/user-directory/licenses/${licenseId}`);
    expect([...url.searchParams]).toEqual([
      ['integrated_account_id', integratedAccountId],
      ['organizations', 'o 1'],
      ['include_assigned_to', 'user'],
      ['truto_exclude_fields[]', 'name'],
      ['truto_exclude_fields[]', 'status'],
      ['truto_ignore_remote_data', 'false'],
      ['remote_query[filter][name][]', 'a'],
      ['remote_query[filter][name][]', 'b'],
      ['remote_query[page]', '2'],
    ]);
    expect(sent[0]?.headers.get('accept')).toBe('application/json');
    expect(sent[0]?.headers.has('content-type')).toBe(false);
  });

  it("leaves the vendor's body out unless it is asked for", async () => {
    const { client, sample } = connect();
    const params = sample('salesforce');
    expect((await client.license(params)).license).not.toHaveProperty('remote_data');
    expect((await client.license({ ...params, ignoreRemoteData: false })).license).toHaveProperty(
      'remote_data.Id',
    );
  });

  it('fills in an id that was excluded on request', async () => {
    const { client, sample } = connect();
    const params = sample('salesforce');
    const { license } = await client.license({ ...params, excludeFields: ['id', 'name'] });
    expect(license.id).toBe(params.licenseId);
    expect(license).not.toHaveProperty('name');
  });

  it('takes a license that stands alone in `result`', async () => {
    const { client } = connect({ fetch: async () => Response.json({ result: { id: '1', name: 'One' } }) });
    expect((await client.license({ licenseId: '1' })).license).toEqual({ id: '1', name: 'One' });
    const extended = { id: '1', result: { id: '2' } };
    const other = connect({ fetch: async () => Response.json(extended) });
    expect((await other.client.license({ licenseId: '1' })).license).toEqual(extended);
  });

  it('carries the request id of the answer', async () => {
    const { client } = connect({
      fetch: async () => Response.json({ id: '1' }, { headers: { 'x-request-id': 'r-1' } }),
    });
    expect((await client.license({ licenseId: '1' })).requestId).toBe('r-1');
    expect((await client.remoteData({ licenseId: '1' })).requestId).toBe('r-1');
  });

  it.each(['a/b', '../x', '%2e%2e', 'a b', 'ä?#', '...', 'x'.repeat(5000)])(
    'keeps the id %j one path segment',
    async (id) => {
      const paths: string[] = [];
      const { client } = connect({
        fetch: async (input) => {
          paths.push(new URL(new Request(input).url).pathname);
          return Response.json({ id });
        },
      });
      await client.license({ licenseId: id });
      expect(decodeURIComponent(paths[0]?.split('/').pop() ?? '')).toBe(id);
      expect(paths[0]?.split('/')).toHaveLength(7);
    },
  );

  it.each(['', '  ', '.', '..', 'a\uD800'])(
    'refuses the id %j before any request, and names the parameter',
    async (id) => {
      const { client, sent } = connect();
      for (const call of [
        client.license({ licenseId: id }),
        client.remoteData({ licenseId: id }),
        client.request({ licenseId: id }, { format: 'raw' }),
      ]) {
        expect(await rejection(call)).toMatchObject({
          code: 'invalid_request',
          missingParameters: ['licenseId'],
        });
      }
      expect(sent).toEqual([]);
    },
  );
});

describe('remoteData', () => {
  it("gives the vendor's body as exact text, and tells how far it has come", async () => {
    const body = '{ "big": 12345678901234567890, "price": 1.10,\n "name": "名前" }';
    const bytes = new TextEncoder().encode(body);
    const chunks = [bytes.slice(0, 50), bytes.slice(50)];
    const { client } = connect({
      fetch: async () =>
        new Response(
          new ReadableStream<Uint8Array>({
            pull(controller) {
              const chunk = chunks.shift();
              if (chunk) controller.enqueue(chunk);
              else controller.close();
            },
          }),
          { headers: { 'content-type': 'application/json', 'content-length': String(bytes.length) } },
        ),
    });
    const seen: unknown[] = [];
    const remote = await client.remoteData(
      { licenseId: '1' },
      { onProgress: (progress) => seen.push(progress) },
    );
    expect(remote).toEqual({
      text: body,
      bytes: bytes.length,
      contentType: 'application/json',
      requestId: undefined,
    });
    expect(seen).toEqual([
      { bytes: 50, total: bytes.length },
      { bytes: bytes.length, total: bytes.length },
    ]);
  });

  it('names no total where the length is that of the compressed body', async () => {
    const headers = { 'content-encoding': 'gzip', 'content-length': '3' };
    const { client } = connect({ fetch: async () => new Response('0123456789', { headers }) });
    const seen: unknown[] = [];
    await client.remoteData({ licenseId: '1' }, { onProgress: (progress) => seen.push(progress) });
    expect(seen).toEqual([{ bytes: 10, total: undefined }]);
  });

  it('asks for the raw format, without what shapes the unified license alone', async () => {
    const { client, sent, sample } = connect();
    const { text, contentType } = await client.remoteData({
      ...sample('salesforce'),
      excludeFields: ['name'],
      ignoreRemoteData: true,
    });
    expect(JSON.parse(text)).toHaveProperty('attributes');
    expect(contentType).toMatch(/^application\/json/);
    expect(query(sent[0])).toMatch(/^\?integrated_account_id=[\w-]+&truto_response_format=raw$/);
  });
});

describe('request', () => {
  it.each<[ResponseFormat, string]>([
    ['unified', '&truto_ignore_remote_data=true'],
    ['normalized', '&truto_ignore_remote_data=true&truto_response_format=normalized'],
    ['stream', '&truto_ignore_remote_data=true&truto_response_format=stream'],
    ['debug', '&truto_ignore_remote_data=true&truto_response_format=debug'],
    ['raw', '&truto_response_format=raw'],
  ])('gets the answer in the format %s', async (format, expected) => {
    const { client, sent, sample } = connect();
    const response = await client.request(sample('webex'), { format });
    expect(response.ok).toBe(true);
    expect(await response.text()).not.toBe('');
    expect(query(sent[0])).toMatch(new RegExp(`^\\?integrated_account_id=[\\w-]+${expected}$`));
  });

  it('rejects with the same errors', async () => {
    const { client, sample } = connect();
    const call = client.request({ ...sample('webex'), licenseId: 'nobody' }, { format: 'stream' });
    expect(await rejection(call)).toMatchObject({ code: 'not_found', status: 404 });
  });
});

describe('options', () => {
  it('asks a function for headers each time, and lets a token outrank them', async () => {
    let count = 0;
    const seen: (string | null)[][] = [];
    const { client } = connect({
      headers: () => ({
        'x-csrf': String((count += 1)),
        authorization: 'Bearer other',
        accept: 'text/plain',
      }),
      getToken: () => 'mine',
      fetch: async (input) => {
        const { headers } = new Request(input);
        seen.push([headers.get('x-csrf'), headers.get('authorization'), headers.get('accept')]);
        return Response.json({ id: '1' });
      },
    });
    await client.license({ licenseId: '1' });
    await client.license({ licenseId: '1' });
    expect(seen).toEqual([
      ['1', 'Bearer mine', 'text/plain'],
      ['2', 'Bearer mine', 'text/plain'],
    ]);
  });

  it('says so where baseUrl is relative and there is no page', async () => {
    const client = createLicenseClient({ baseUrl: '/api/truto' });
    const error = await rejection(client.license({ licenseId: '1' }));
    expect(error).toMatchObject({ code: 'invalid_request', message: expect.stringContaining('baseUrl') });
  });
});
