import type { ServerResponse } from 'node:http';
import { describe, expect, it, vi } from 'vitest';
import { toNodeHandler } from '../../scripts/node-http.ts';
import { sentinels, spellings } from '../../scripts/secrets.mjs';
import { createLicenseClient, isLicenseError } from '../../src/client/index.ts';
import {
  createLicenseProxy,
  type LicenseProxyEvent,
  type LicenseProxyOptions,
} from '../../src/server/index.ts';
import { dump } from '../client/endpoint.ts';
import { serve } from './serve.ts';

// Both tokens, everywhere that the kit may carry them to: over real HTTP, against an upstream that quotes what it is sent.

const { TRUTO_API_TOKEN: apiToken, TRUTO_ACCOUNT_TOKEN: accountToken } = sentinels;

/** What comes back, by the license that is asked for; `quoted` is all that the upstream was sent. */
const answers: Readonly<Record<string, (quoted: string, outgoing: ServerResponse) => void>> = {
  'a license': (_, outgoing) => outgoing.end('{"id":"1"}'),
  'no license': (_, outgoing) => outgoing.end('[]'),
  'an error of Truto’s': (quoted, outgoing) => {
    outgoing.statusCode = 404;
    outgoing.end(JSON.stringify({ statusCode: 404, message: quoted, requestOptions: quoted, stack: quoted }));
  },
  'an error of the vendor’s': (quoted, outgoing) => {
    outgoing.statusCode = 403;
    const insight = { forbidden_error: { value: { missing_scopes: [quoted] } } };
    const body = { truto_is_remote_error: true, raw_response: { [quoted]: quoted, errors: [quoted] } };
    outgoing.end(JSON.stringify({ statusCode: 403, message: '', ...body, truto_error_insight: insight }));
  },
  'the token refused': (quoted, outgoing) => {
    outgoing.statusCode = 401;
    outgoing.end(JSON.stringify({ statusCode: 401, message: quoted }));
  },
  'too many requests': (quoted, outgoing) => {
    outgoing.writeHead(429, { 'retry-after': '60' });
    outgoing.end(JSON.stringify({ statusCode: 429, message: quoted }));
  },
  'the page of a gateway': (quoted, outgoing) => {
    outgoing.writeHead(503, { 'content-type': 'text/html' });
    outgoing.end(`<pre>${quoted}</pre>`);
  },
  'a redirect': (quoted, outgoing) => {
    outgoing.writeHead(302, { location: `/${encodeURIComponent(quoted)}` });
    outgoing.end();
  },
  'half an answer': (quoted, outgoing) => {
    outgoing.writeHead(500, { 'content-length': '9999' });
    outgoing.write(quoted, () => outgoing.destroy());
  },
};

async function mount(options: Partial<LicenseProxyOptions> = {}) {
  const received: string[] = [];
  const events: LicenseProxyEvent[] = [];
  const { origin: truto } = await serve((incoming, outgoing) => {
    const { rawHeaders, url = '' } = incoming;
    const quoted = [...rawHeaders, url].join(' ');
    received.push(quoted);
    outgoing.setHeader('content-type', 'application/json');
    const { authorization = '' } = incoming.headers;
    for (const name of ['x-request-id', 'ratelimit-limit', 'set-cookie', 'www-authenticate', 'x-echo']) {
      outgoing.setHeader(name, authorization);
    }
    const id = decodeURIComponent(new URL(url, 'http://h').pathname.split('/').at(-1) ?? '');
    answers[id]?.(quoted, outgoing);
  });
  const proxy = createLicenseProxy({
    token: apiToken,
    authorize: () => ({ integratedAccountId: 'a', user: 'ada' }),
    baseUrl: truto,
    onEvent: (event) => events.push(event),
    ...options,
  });
  const { origin: host } = await serve(toNodeHandler(proxy));
  return { truto, host, received, events };
}

/** Status line, headers and body of an answer, or why there was none. */
async function tell(answer: Promise<Response>): Promise<string> {
  try {
    const response = await answer;
    return [response.status, ...response.headers, await response.text()].join('\n');
  } catch (error) {
    return dump(error);
  }
}

function expectNoToken(seen: string): void {
  expect(seen).not.toBe('');
  for (const token of [apiToken, accountToken]) {
    for (const spelling of spellings(token)) expect(seen).not.toContain(spelling);
  }
}

const path = (id: string) => `/unified/user-directory/licenses/${encodeURIComponent(id)}`;
const ids = Object.keys(answers);

describe('the proxy', () => {
  it.each(ids)('shows neither token in response, header, error and event: %s', async (id) => {
    const { host, received, events } = await mount();
    const headers = {
      authorization: `Bearer ${accountToken}`,
      cookie: `token=${accountToken}`,
      'x-token': accountToken,
    };
    const answer = await tell(fetch(`${host}${path(id)}`, { headers }));
    expect(received).toEqual([expect.stringContaining(apiToken)]);
    expect(received.join()).not.toContain(accountToken);
    expectNoToken(answer);
    await vi.waitFor(() => expect(events).toHaveLength(1));
    expectNoToken(JSON.stringify(events));
  });

  it.each([
    ['in place of the account', `integrated_account_id=${accountToken}`],
    ['under a name of its own', `integrated_account_token=${accountToken}`],
    ['in the vendor’s own query', `remote_query[token]=${accountToken}`],
  ])('tells nobody of an account token that stands in the query %s', async (_, query) => {
    const { host, received, events } = await mount();
    const answer = await tell(fetch(`${host}${path('a license')}?${query.replaceAll('+', '%2B')}`));
    expect(received).toEqual([]);
    expectNoToken(answer);
    await vi.waitFor(() => expect(events).toHaveLength(1));
    expectNoToken(JSON.stringify(events));
  });

  const quoting = new Error(`cannot send Bearer ${apiToken}`);
  it.each<[string, Partial<LicenseProxyOptions>]>([
    ['whose fetch fails', { fetch: () => Promise.reject(quoting) }],
    [
      'whose fetch breaks off',
      { fetch: async () => new Response(new ReadableStream({ pull: (body) => body.error(quoting) })) },
    ],
    ['whose authorize throws', { authorize: () => Promise.reject(quoting) }],
  ])('shows nothing of an error that quotes a token, of a host %s', async (_, options) => {
    const { host, events } = await mount(options);
    expectNoToken(await tell(fetch(`${host}${path('a license')}`)));
    await vi.waitFor(() => expect(events).toHaveLength(1));
    expectNoToken(JSON.stringify(events));
  });
});

describe('the client', () => {
  /** What a caller sees of two calls, errors with all that hangs on them. */
  async function ask(id: string, options: Omit<Parameters<typeof createLicenseClient>[0], 'scope'>) {
    const client = createLicenseClient(options);
    const calls = [client.license({ licenseId: id }), client.remoteData({ licenseId: id })];
    const results = await Promise.all(calls.map((call) => call.catch((error: unknown) => error)));
    expect(results.filter((result) => result instanceof Error && !isLicenseError(result))).toEqual([]);
    return [dump(results), dump(client)].join('\n');
  }

  it.each(ids)('shows neither token in result and error, behind the proxy: %s', async (id) => {
    const { host, received } = await mount();
    expectNoToken(await ask(id, { baseUrl: host, getToken: () => accountToken }));
    expect(received.join()).toContain(apiToken);
    expect(received.join()).not.toContain(accountToken);
  });

  it.each(ids)('shows no account token in result and error, without a proxy: %s', async (id) => {
    const { truto, received } = await mount();
    expectNoToken(await ask(id, { baseUrl: truto, getToken: () => accountToken }));
    expect(received.join()).toContain(accountToken);
  });

  it.each(ids)('shows no API token in result and error, on a server that sends it itself: %s', async (id) => {
    const { truto, received } = await mount();
    expectNoToken(await ask(id, { baseUrl: truto, headers: { authorization: `Bearer ${apiToken}` } }));
    expect(received.join()).toContain(apiToken);
  });
});
