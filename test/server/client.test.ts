import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { toNodeHandler } from '../../scripts/node-http.ts';
import { createLicenseClient, isLicenseError, type LicenseErrorCode } from '../../src/client/index.ts';
import { remoteDataQueryOptions } from '../../src/query/index.ts';
import { createLicenseProxy, type LicenseProxyOptions } from '../../src/server/index.ts';
import { rejection } from '../client/endpoint.ts';
import { serve } from './serve.ts';

// What the client makes of an answer that the proxy cannot hand on, over real HTTP on both of its sides.

beforeEach(() => {
  // Nothing is tried again on a server.
  vi.stubGlobal('window', {});
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const body = JSON.stringify({ licenses: 'x'.repeat(500_000) });
const json = { 'content-type': 'application/json' };
const announced = { ...json, 'content-length': String(body.length) };
const fields = { licenseKey: 'drop' } as const;

async function ask(
  head: [status: number, headers: Record<string, string>],
  sent: string,
  proxyOptions: Partial<LicenseProxyOptions>,
  maxBytes = 1_000_000,
) {
  const truto = await serve((_, outgoing) => outgoing.writeHead(...head).end(sent));
  const proxy = createLicenseProxy({
    token: 'token',
    authorize: () => ({ integratedAccountId: 'a' }),
    baseUrl: truto.origin,
    ...proxyOptions,
  });
  const { origin } = await serve(toNodeHandler(proxy));
  const client = createLicenseClient({ baseUrl: origin, maxBytes });
  const error = await rejection(client.remoteData({ licenseId: '1' }));
  if (!isLicenseError(error)) throw error;
  const { retry } = remoteDataQueryOptions(client, { licenseId: '1' });
  return { code: error.code, status: error.status, isRetried: retry(0, error), message: error.message };
}

const once = (code: LicenseErrorCode, status: number) => ({ code, status, isRetried: false });

it.each([
  ['it is buffered for fields', json, { fields }],
  ['its length is announced', announced, {}],
  ['both', announced, { fields }],
])(
  'a body over maxBytes of the proxy is malformed, and asked for once, where %s',
  async (_, head, options) => {
    const seen = await ask([200, head], body, { ...options, maxBytes: 100_000 });
    expect(seen).toMatchObject(once('malformed', 502));
    expect(seen.message).toContain('larger than maxBytes (100000)');
  },
);

it('a body that is cut while it streams is a broken connection, and asked for again', async () => {
  const seen = await ask([200, json], body, { maxBytes: 100_000 });
  expect(seen).toMatchObject({ code: 'network', isRetried: true });
});

it('a body that streams is malformed, and asked for once, where the client’s maxBytes is the smaller one', async () => {
  expect(await ask([200, json], body, { maxBytes: 400_000 }, 50_000)).toMatchObject(once('malformed', 200));
});

it('no JSON, where fields are to be taken out of it, is malformed, and asked for once', async () => {
  expect(await ask([200, json], '<h1>Hello</h1>', { fields })).toMatchObject(once('malformed', 502));
});

it('a redirect is malformed, and asked for once', async () => {
  const redirect = { location: 'https://elsewhere.example/' };
  expect(await ask([302, redirect], '', {})).toMatchObject(once('malformed', 502));
});

it('a 502 of Truto’s is asked for again, whatever it says beside its documented fields', async () => {
  const sent = JSON.stringify({ statusCode: 502, error: 'Bad Gateway', message: '', code: 'malformed' });
  expect(await ask([502, json], sent, {})).toMatchObject({ code: 'upstream', status: 502, isRetried: true });
});
