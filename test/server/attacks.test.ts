import { once } from 'node:events';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { toNodeHandler } from '../../scripts/node-http.ts';
import { createSandbox } from '../../src/sandbox/index.ts';
import {
  createLicenseProxy,
  type LicenseProxyEvent,
  type LicenseProxyOptions,
} from '../../src/server/index.ts';
import { type Head, headOf, sendRaw, serve } from './serve.ts';

// The rows of docs/security.md, in its order. Every attack goes over real sockets, as bytes that no client tidies up.

const sandbox = createSandbox({ limits: false });
const [mine, other] = sandbox.accounts.filter(
  (each) => each.vendor === 'salesforce' && each.status === 'active',
);
const license = mine?.licenses[0];
if (!mine || !other || !license) throw new Error('the sandbox lacks two accounts of Salesforce');

const path = `/api/truto/unified/user-directory/licenses/${license.id}`;

/** The token of this server, and the one that a browser holds: neither may ever be seen. */
const apiToken = 'sentinel-api-token/0123456789';
const accountToken = 'sentinel-account-token-0123456789';

/** Truto, as far as these tests need one: the sandbox under the server's own token. */
const truto = toNodeHandler((request) => {
  const headers = new Headers(request.headers);
  if (headers.get('authorization') === `Bearer ${apiToken}`) {
    headers.set('authorization', `Bearer ${sandbox.token}`);
  }
  return sandbox.fetch(new Request(request, { headers }));
});

/** A GET in bytes, with more header lines where given. */
function get(target: string, ...lines: string[]): string {
  return request('GET', target, ...lines);
}

function request(method: string, target: string, ...lines: string[]): string {
  const all = ['Host: host.example', `Authorization: Bearer ${accountToken}`, ...lines, 'Connection: close'];
  return [`${method} ${target} HTTP/1.1`, ...all, '', ''].join('\r\n');
}

/** Sends the bytes to a proxy in front of an upstream; no secret may come back by any way. */
async function attack(
  bytes: string,
  options: Partial<LicenseProxyOptions> = {},
  upstream: RequestListener = truto,
) {
  const calls: Head[] = [];
  const events: LicenseProxyEvent[] = [];
  const { port: upstreamPort } = await serve((incoming, outgoing) => {
    calls.push(headOf(incoming));
    upstream(incoming, outgoing);
  });
  const baseUrl = `http://localhost:${upstreamPort}`;
  const proxy = createLicenseProxy({
    token: apiToken,
    authorize: () => ({ integratedAccountId: mine?.id ?? '', user: 'ada' }),
    baseUrl,
    onEvent: (event) => events.push(event),
    ...options,
  });
  const { port } = await serve(toNodeHandler(proxy));
  const answer = await sendRaw(port, bytes);
  for (const seen of [answer.text, JSON.stringify(events)]) {
    expect(seen).not.toContain(apiToken);
    expect(seen).not.toContain(accountToken);
  }
  expect(JSON.stringify(calls)).not.toContain(accountToken);
  return { ...answer, calls, events, upstreamHost: new URL(baseUrl).host };
}

/** What became of the bytes: the answers, the calls to Truto, and what of the browser's headers was in them. */
async function fateOf(bytes: string, options: Partial<LicenseProxyOptions> = {}) {
  const { statuses, calls } = await attack(bytes, options);
  return {
    statuses,
    calls: calls.map(({ method, url }) => `${method} ${url}`),
    foreign: calls.flatMap(({ names }) => names.filter((name) => !ours.has(name))),
  };
}

/** Headers that a runtime's own fetch sends. */
const ours = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'authorization',
  'connection',
  'host',
  'sec-fetch-mode',
  'user-agent',
]);

/** Refused with this status, without a call to Truto. */
const refused = (status: number) => ({ statuses: [status], calls: [], foreign: [] });

/** Answered as an honest request is: one call, for the caller's own account, with nothing of the browser's in it. */
const honest = (query = '') => ({
  statuses: [200],
  calls: [`GET /unified/user-directory/licenses/${license.id}?${query}integrated_account_id=${mine.id}`],
  foreign: [],
});

describe('a caller asks for another account', () => {
  const id = other.id;
  it.each([
    ['by its id', `integrated_account_id=${id}`, 403],
    [
      'by its id, encoded',
      `integrated_account_id=${Buffer.from(id).toString('hex').replace(/../g, '%$&')}`,
      403,
    ],
    ['by its id, encoded twice', `integrated_account_id=${id.replaceAll('-', '%252d')}`, 403],
    ['after their own', `integrated_account_id=${mine.id}&integrated_account_id=${id}`, 400],
    ['before their own', `integrated_account_id=${id}&integrated_account_id=${mine.id}`, 400],
    ['in a list', `integrated_account_id[]=${id}`, 400],
    ['in a list beside their own', `integrated_account_id=${mine.id}&integrated_account_id[]=${id}`, 400],
    ['in a list, brackets encoded', `integrated_account_id%5B0%5D=${id}`, 400],
    ['in an object', `integrated_account_id[id]=${id}`, 400],
    ['under the name in capitals', `INTEGRATED_ACCOUNT_ID=${id}`, 400],
    [
      'under the name, encoded, twice over',
      `integrated%5Faccount%5Fid=${id}&integrated_account_id=${mine.id}`,
      400,
    ],
    ['under the name with a space', `integrated_account_id%20=${id}`, 400],
    ['behind a semicolon', `integrated_account_id=${mine.id};integrated_account_id=${id}`, 403],
    ['behind an encoded ampersand', `integrated_account_id=${mine.id}%26integrated_account_id=${id}`, 403],
    ['in capitals', `integrated_account_id=${mine.id.toUpperCase()}`, 403],
    ['with a space', `integrated_account_id=${mine.id}%20`, 403],
    ['with a NUL', `integrated_account_id=${mine.id}%00`, 403],
    ['as nothing', 'integrated_account_id=', 403],
    ['as a joined list', `integrated_account_id=${mine.id},${id}`, 403],
  ])('%s', async (_, query, status) => {
    expect(await fateOf(get(`${path}?${query}`))).toEqual(refused(status));
  });

  it('behind a fragment, which no server is sent', async () => {
    expect(await fateOf(get(`${path}#?integrated_account_id=${id}`))).toEqual(honest());
  });

  it('by an encoded ampersand in another parameter, which stays in its value', async () => {
    const query = `organizations=1%26integrated_account_id%3D${id}`;
    expect(await fateOf(get(`${path}?${query}`))).toEqual(honest(`${query}&`));
  });

  it('by its license alone, which is then asked of their own', async () => {
    const [theirs] = sandbox.accounts.filter(({ vendor }) => vendor === 'webex');
    const { statuses, calls } = await attack(get(path.replace(license.id, theirs?.licenses[0]?.id ?? '')));
    expect(statuses).toEqual([404]);
    expect(calls[0]?.url).toContain(`integrated_account_id=${mine.id}`);
  });

  it.each([
    ['refuses', () => null],
    ['answers nothing', () => JSON.parse('null')],
    ['forgets the id', () => JSON.parse('{"integratedAccountId":null}')],
    ['knows no account', () => ({ integratedAccountId: '' })],
  ])('and the host %s', async (_, authorize) => {
    expect(await fateOf(get(path), { authorize })).toEqual(refused(403));
  });
});

describe('a caller asks for something that is no license', () => {
  const licenses = '/api/truto/unified/user-directory/licenses';
  it.each([
    ['another resource', '/api/truto/unified/user-directory/users/1', 404],
    ['the list', licenses, 404],
    ['no id', `${licenses}/`, 400],
    ['what is below a license', `${path}/users`, 404],
    ['the way up', `${licenses}/../users/1`, 404],
    ['the way up, encoded', `${licenses}/%2e%2e/users/1`, 404],
    ['the way up as an id', `${licenses}/..`, 404],
    ['the way up, slash encoded', `${licenses}/..%2fusers`, 400],
    ['the way up, encoded twice', `${licenses}/%252e%252e%252fusers`, 400],
    ['the way up, by backslashes', `${licenses}/..\\..\\users\\1`, 404],
    ['the way up, by encoded backslashes', `${licenses}/..%5c..%5cusers`, 400],
    ['the way up, with a parameter', `${licenses}/..%3b%2f..`, 400],
    ['a slash, spelled too long', `${licenses}/..%c0%afusers`, 400],
    ['a query in the id', `${licenses}/${license.id}%3fintegrated_account_id=${other.id}`, 400],
    ['a fragment in the id', `${licenses}/${license.id}%23`, 400],
    ['a NUL in the id', `${licenses}/${license.id}%00`, 400],
    ['a line break in the id', `${licenses}/${license.id}%0d%0aX-Evil:%201`, 400],
    ['a broken encoding', `${licenses}/%e0%a4`, 400],
    ['a name in capitals', path.replace('licenses', 'Licenses'), 404],
    ['an id without end', `${licenses}/${'1'.repeat(9000)}`, 414],
  ])('%s', async (_, target, status) => {
    expect(await fateOf(get(target))).toEqual(refused(status));
  });

  it('behind a whole route of its own, which is not sent on', async () => {
    const target = `/unified/crm/contacts/unified/user-directory/licenses/${license.id}`;
    expect(await fateOf(get(target))).toEqual(honest());
  });
});

describe('a caller wants to write', () => {
  it.each([
    ['POST', 405],
    ['PUT', 405],
    ['PATCH', 405],
    ['DELETE', 405],
    ['HEAD', 405],
    ['OPTIONS', 405],
    ['TRACE', 405],
    ['PROPFIND', 405],
    ['get', 400],
    ['GETS', 400],
  ])('by %s', async (method, status) => {
    expect(await fateOf(request(method, path))).toEqual(refused(status));
  });

  it.each(['X-HTTP-Method-Override: DELETE', 'X-HTTP-Method: PUT', 'X-Method-Override: PATCH'])(
    'by the header %s, which stays behind',
    async (line) => {
      expect(await fateOf(get(path, line))).toEqual(honest());
    },
  );

  it.each(['_method=DELETE', 'truto_body_passthrough=true'])('by the parameter %s', async (query) => {
    expect(await fateOf(get(`${path}?${query}`))).toEqual(refused(400));
  });

  it('by a GET with a body', async () => {
    expect(await fateOf(`${get(path, 'Content-Length: 2')}{}`)).toEqual(refused(400));
    expect(await fateOf(`${get(path, 'Transfer-Encoding: chunked')}2\r\n{}\r\n0\r\n\r\n`)).toEqual(
      refused(400),
    );
  });

  it('by a second request in the body of the first', async () => {
    const second = request('DELETE', path);
    expect(await fateOf(`${get(path, `Content-Length: ${second.length}`)}${second}`)).toEqual(refused(400));
  });
});

describe('a caller asks for more than a license', () => {
  it.each([
    ['debug', 'truto_response_format=debug', 403],
    ['debug, after raw', 'truto_response_format=raw&truto_response_format=debug', 400],
    ['debug, in a list', 'truto_response_format[]=debug', 400],
    ['debug, in capitals', 'truto_response_format=DEBUG', 403],
    ['a format that every object has', 'truto_response_format=constructor', 403],
    ['no format', 'truto_response_format=', 403],
    ['a parameter of lists', 'truto_ignore_limit=true', 400],
    ['a parameter that nobody knows', 'x=1', 400],
    ['the vendor’s own query', 'remote_query[limit]=1', 400],
    ['the vendor’s own query as text', 'remote_query=limit%3D1', 400],
    ['the vendor’s own query with a dot', 'remote_query.limit=1', 400],
    ['a part of every object', '__proto__[integrated_account_id]=1', 400],
    ['a part of every object, encoded', '%5F%5Fproto%5F%5F=1', 400],
    ['a part of every list', 'truto_exclude_fields[__proto__]=1', 400],
    ['a field by a key', 'truto_exclude_fields[a][b]=1', 400],
    ['a name of brackets', '[[[[]]]]=1', 400],
    ['a name that does not close', 'truto_exclude_fields[=1', 400],
    ['an endless query', `organizations=${'1'.repeat(9000)}`, 414],
  ])('%s', async (_, query, status) => {
    expect(await fateOf(get(`${path}?${query}`))).toEqual(refused(status));
  });

  it.each([
    ['by a key that is not allowed', 'remote_query[fields]=Id', 400],
    ['by a key in capitals', 'remote_query[LIMIT]=1', 400],
    ['by an empty key', 'remote_query[]=1', 400],
    ['by a part of every object', 'remote_query[__proto__][limit]=1', 400],
    ['by a part of every object, deeper', 'remote_query[limit][constructor][prototype][x]=1', 400],
    ['too deeply', `remote_query[limit]${'[a]'.repeat(1000)}=1`, 400],
    ['by one key twice', 'remote_query[limit]=1&remote_query[limit]=2', 400],
    ['by one key twice, encoded once', 'remote_query[limit]=1&remote_query%5Blimit%5D=2', 400],
  ])('of the vendor, %s, where one key is allowed', async (_, query, status) => {
    expect(await fateOf(get(`${path}?${query}`), { remoteQuery: ['limit', '__proto__'] })).toEqual(
      refused(status),
    );
  });

  it.each([
    ['by saying so elsewhere', 'organizations=truto_ignore_remote_data=true', 403],
    ['by saying so under a longer name', 'x_truto_ignore_remote_data=true', 400],
    ['by saying it twice', 'truto_ignore_remote_data=true&truto_ignore_remote_data=false', 400],
    ['by saying something like it', 'truto_ignore_remote_data=TRUE', 403],
  ])('the vendor’s body, %s, where the host wants none asked for', async (_, query, status) => {
    const authorize: LicenseProxyOptions['authorize'] = ({ request: { url } }) =>
      new URL(url).searchParams.get('truto_ignore_remote_data') === 'true'
        ? { integratedAccountId: mine.id }
        : null;
    expect(await fateOf(get(`${path}?${query}`), { authorize })).toEqual(refused(status));
  });

  it('and no object of the server has another property than before', () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect({}).not.toHaveProperty('limit');
  });
});

describe('a caller forges the request itself', () => {
  it.each([
    ['a header line that ends half', `GET ${path} HTTP/1.1\r\nHost: host.example\nX-Evil: 1\r\rX: 2\r\n\r\n`],
    ['two lengths', `GET ${path} HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab`],
    ['a length beside chunks', `${get(path, 'Content-Length: 4', 'Transfer-Encoding: chunked')}0\r\n\r\n`],
    ['a space before a colon', get(path, 'Content-Length : 4')],
    ['no host', `GET ${path} HTTP/1.1\r\nConnection: close\r\n\r\n`],
    ['headers without end', get(path, `X-Long: ${'x'.repeat(70_000)}`)],
  ])('by %s, which the host’s server refuses', async (_, bytes) => {
    const { statuses, calls } = await attack(bytes);
    expect(statuses.filter((status) => status < 400)).toEqual([]);
    expect(calls).toEqual([]);
  });

  it.each([
    ['another host', `http://evil.example${path}`, honest()],
    ['someone else’s name', `http://api.truto.one@evil.example${path}`, refused(400)],
    ['a host in its path', `//evil.example${path}`, honest()],
    [
      'a line break in a value',
      `${path}?organizations=1%0d%0aX-Evil:%201`,
      honest('organizations=1%0D%0AX-Evil%3A%201&'),
    ],
  ])('by a target with %s', async (_, target, fate) => {
    expect(await fateOf(get(target))).toEqual(fate);
  });

  it.each([
    'X-Forwarded-Host: evil.example',
    'X-Forwarded-For: 127.0.0.1',
    'Forwarded: host=evil.example;proto=http',
    'X-Original-URL: /unified/user-directory/users/1',
    'X-Rewrite-URL: /integrated-account/token',
    'Host: evil.example',
    'Cookie: session=1; truto=2',
    'Proxy-Authorization: Basic YTpi',
    'Range: bytes=0-1',
    'If-None-Match: *',
    'Accept: text/html',
    'Accept-Encoding: x-evil',
    'Connection: authorization',
    'Keep-Alive: timeout=999',
    'TE: trailers',
    'Upgrade: websocket',
    'traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    `X-Truto-Account: ${other.id}`,
    `integrated_account_id: ${other.id}`,
  ])('by the header %s, which stays behind', async (line) => {
    expect(await fateOf(get(path, line))).toEqual(honest());
  });

  it('by a line break in the target, after which nothing is read as a header', async () => {
    const bytes = `GET ${path}\r\nX-Evil: 1 HTTP/1.1\r\nHost: evil.example\r\n\r\n`;
    expect(await fateOf(bytes)).toEqual(honest());
  });

  it('by a request id, which is not taken over', async () => {
    const { text, events } = await attack(get(path, 'X-Request-Id: forged-by-the-browser'));
    expect(text + JSON.stringify(events)).not.toContain('forged-by-the-browser');
    expect(text).toMatch(new RegExp(`x-request-id: ${events[0]?.requestId}`, 'i'));
  });
});

describe('another site’s page lets a browser ask', () => {
  const from = (origin: string, site: string) => [`Origin: ${origin}`, `Sec-Fetch-Site: ${site}`];
  const preflight = (origin: string) =>
    request('OPTIONS', path, `Origin: ${origin}`, 'Access-Control-Request-Method: GET');
  const allowedOrigins = ['https://app.example'];

  it('and spends the account’s calls', async () => {
    expect(await fateOf(get(path, ...from('https://evil.example', 'cross-site')))).toEqual(refused(403));
    expect(await fateOf(get(path, 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: no-cors'))).toEqual(
      refused(403),
    );
    expect(
      await fateOf(get(path, ...from('https://evil.example', 'cross-site')), { allowedOrigins }),
    ).toEqual(refused(403));
  });

  it('after a preflight, which is answered only where the host asks for it', async () => {
    expect(await fateOf(preflight('https://app.example'))).toEqual(refused(405));
    for (const origin of [
      'https://evil.example',
      'null',
      'http://app.example',
      'https://app.example.evil.example',
      '',
    ]) {
      expect(await fateOf(preflight(origin), { allowedOrigins })).toEqual(refused(403));
    }
    expect(
      await fateOf(preflight('https://app.example').replace('licenses', 'users'), {
        allowedOrigins,
      }),
    ).toEqual(refused(404));
  });

  it('and cannot read the answer, whatever Truto allows', async () => {
    const { text } = await attack(get(path, ...from('https://sister.example', 'same-site')), {
      allowedOrigins,
    });
    expect(text).toMatch(/^vary: origin\r$/m);
    expect(text).not.toMatch(/^access-control/m);
    expect(text).toMatch(/^cross-origin-resource-policy: same-origin\r$/m);
  });

  it('of an origin that the host allows, and can', async () => {
    const asked = await attack(preflight('https://app.example'), { allowedOrigins });
    expect(asked.statuses).toEqual([204]);
    expect(asked.calls).toEqual([]);
    const { text, statuses } = await attack(get(path, ...from('https://app.example', 'cross-site')), {
      allowedOrigins,
    });
    expect(statuses).toEqual([200]);
    expect(text).toMatch(/^access-control-allow-origin: https:\/\/app\.example\r$/m);
    expect(text).toMatch(/^access-control-allow-credentials: true\r$/m);
    const refused = await attack(get(`${path}?x=1`, ...from('https://app.example', 'cross-site')), {
      allowedOrigins,
    });
    expect(refused.text).toMatch(/^access-control-allow-origin: https:\/\/app\.example\r$/m);
  });
});

describe('an answer leads elsewhere or pretends to be something else', () => {
  const says =
    (status: number, headers: Record<string, string | string[]>, body = '{"id":"1"}'): RequestListener =>
    (_, outgoing) =>
      outgoing.writeHead(status, headers).end(body);

  it.each([301, 302, 303, 307, 308])('by a %i to a host that waits for the token', async (status) => {
    const thief: Head[] = [];
    const { origin } = await serve((incoming, outgoing) => {
      thief.push(headOf(incoming));
      outgoing.end('{"id":"1"}');
    });
    const { statuses, text, calls } = await attack(get(path), {}, says(status, { location: `${origin}/x` }));
    expect(statuses).toEqual([502]);
    expect(text).not.toContain(origin);
    expect(thief).toEqual([]);
    expect(calls).toHaveLength(1);
  });

  it.each([304, 300])('by a %i', async (status) => {
    expect((await attack(get(path), {}, says(status, {}, ''))).statuses).toEqual([502]);
  });

  it.each([
    ['text/html', 'text/plain; charset=utf-8'],
    ['application/json, text/html', 'text/plain; charset=utf-8'],
    ['application/json;x=",text/html', 'text/plain; charset=utf-8'],
    ['image/svg+xml', 'text/plain; charset=utf-8'],
    ['text/javascript', 'text/plain; charset=utf-8'],
    ['multipart/x-mixed-replace', 'text/plain; charset=utf-8'],
    ['', 'text/plain; charset=utf-8'],
    ['application/json; charset=utf-7', 'application/json; charset=utf-8'],
    ['application/vnd.api+json', 'application/vnd.api+json; charset=utf-8'],
  ])('by the type %j', async (type, sent) => {
    const { text, body } = await attack(
      get(path),
      {},
      says(200, { 'content-type': type }, '<script>1</script>'),
    );
    expect(text).toContain(`content-type: ${sent}\r\n`);
    expect(text).toContain('x-content-type-options: nosniff\r\n');
    expect(body).toContain('<script>1</script>');
  });

  it('by two types', async () => {
    const { text } = await attack(get(path), {}, (_, outgoing) => {
      outgoing.socket?.end(
        'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\n{}',
      );
    });
    expect(text).toContain('content-type: text/plain');
  });

  it('by headers that are not its own to set', async () => {
    const { text } = await attack(
      get(path),
      {},
      says(200, {
        'content-type': 'application/json',
        'set-cookie': ['session=evil', 'a=b; Domain=host.example'],
        'access-control-allow-origin': '*',
        'access-control-allow-credentials': 'true',
        'cache-control': 'public, max-age=31536000',
        'clear-site-data': '"*"',
        'content-disposition': 'attachment; filename=x.exe',
        'content-security-policy': "default-src 'none'; report-uri https://evil.example",
        'content-encoding': 'identity',
        link: '<https://evil.example>; rel=preload',
        location: 'https://evil.example',
        refresh: '0; url=https://evil.example',
        'service-worker-allowed': '/',
        'strict-transport-security': 'max-age=0',
        'www-authenticate': 'Basic',
        'x-powered-by': 'evil',
        'ratelimit-limit': '50',
        'ratelimit-remaining': `${'9'.repeat(200)}`,
      }),
    );
    const [head = ''] = text.split('\r\n\r\n');
    const names = [...head.matchAll(/^([\w-]+):/gm)].map(([, name = '']) => name.toLowerCase());
    expect(names.toSorted()).toEqual([
      'cache-control',
      'connection',
      'content-type',
      'cross-origin-resource-policy',
      'date',
      'ratelimit-limit',
      'transfer-encoding',
      'x-content-type-options',
      'x-request-id',
    ]);
    expect(head).toContain('cache-control: private, no-store');
  });
});

describe('an error says too much', () => {
  const fails =
    (status: number, body: unknown, headers = {}): RequestListener =>
    (_, outgoing) =>
      outgoing.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
  const secret = `Bearer ${apiToken}`;

  it.each([
    [
      'the request with its token',
      { requestOptions: { headers: { authorization: secret } }, stack: 'at /srv/truto' },
    ],
    ['the token in its text', { message: `no access with ${secret}` }],
    ['the token in a vendor’s body', { truto_is_remote_error: true, raw_response: { echoed: [secret] } }],
    ['the token as a name', { raw_response: [{ [secret]: { [secret]: 1 } }] }],
    ['the token in a hint', { truto_error_insight: { remote_error: { description: secret } } }],
  ])('%s', async (_, more) => {
    const { statuses, body } = await attack(
      get(path),
      {},
      fails(404, { statusCode: 404, message: '', ...more }),
    );
    expect(statuses).toEqual([404]);
    expect(body).not.toMatch(/sentinel|requestOptions|srv/);
  });

  it.each(['Bearer 00Dxx0000001gPL!AR8AQJXg5oj8jXSgxJfA', 'basic YWRhOnNlY3JldC1vZi10aGUtdmVuZG9y'])(
    'the credential of the vendor: %s',
    async (credential) => {
      const raw_response = { errors: [`refused: Authorization: ${credential}`] };
      const { body } = await attack(
        get(path),
        {},
        fails(403, { statusCode: 403, truto_is_remote_error: true, raw_response }),
      );
      expect(body).toMatch(/refused: Authorization: \w+ …/);
      expect(body).not.toContain(credential.slice(-16));
    },
  );

  it('the token, its slash escaped', async () => {
    const escaped = JSON.stringify({ statusCode: 500, message: secret }).replaceAll('/', '\\/');
    expect((await attack(get(path), {}, fails(500, escaped))).body).not.toContain('sentinel');
  });

  it('the token in a header', async () => {
    const { text } = await attack(
      get(path),
      {},
      fails(429, { statusCode: 429 }, { 'retry-after': apiToken, 'x-request-id': `id-${apiToken}` }),
    );
    expect(text).not.toMatch(/sentinel|retry-after/i);
  });

  it.each([
    'connect ECONNREFUSED 10.0.0.7:443',
    'connect ECONNREFUSED ::1:443',
    'connect ETIMEDOUT 2001:0db8:0000:0000:0000:0000:0000:0001',
    'getaddrinfo ENOTFOUND vault.internal',
    'request to https://user:pw@api.vendor.example/v1?key=1 failed',
  ])('where it looked: %s', async (message) => {
    const { body } = await attack(get(path), {}, fails(502, { statusCode: 502, message }));
    expect(body).not.toMatch(/10\.0|::1|2001|vault|vendor|pw/);
    expect(body).toContain('…');
  });

  it('its own address', async () => {
    const { body, upstreamHost } = await attack(get(path), {}, (incoming, outgoing) =>
      fails(500, { statusCode: 500, message: `${incoming.headers.host} gave up` })(incoming, outgoing),
    );
    expect(body).not.toContain(upstreamHost);
  });

  it.each([
    ['a page', '<h1>nginx 10.0.0.1</h1>'],
    ['nothing', ''],
    ['no object', '[1]'],
    ['no envelope', '{"secret":"of a gateway"}'],
    [
      'nested beyond reason',
      `{"statusCode":500,"raw_response":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    ],
    ['longer than any error', `{"statusCode":500,"message":"${'x'.repeat(300_000)}"}`],
  ])('in a body that is %s', async (_, sent) => {
    const { statuses, body } = await attack(get(path), {}, fails(500, sent));
    expect(statuses).toEqual([502]);
    expect(body).toContain('{"statusCode":502,"error":"Bad Gateway","message":""}');
  });

  it('of the token itself, which is the server’s matter', async () => {
    const { statuses, body } = await attack(get(path), {}, fails(401, { statusCode: 401, message: secret }));
    expect(statuses).toEqual([502]);
    expect(body).toContain('refused the API token of this server');
  });

  it('by an address that none listens to', async () => {
    const { statuses, text } = await attack(get(path), { baseUrl: 'http://127.0.0.1:1' });
    expect(statuses).toEqual([502]);
    expect(text).not.toContain('127.0.0.1');
  });
});

describe('an answer has no end', () => {
  const json = { 'content-type': 'application/json' };
  const bounds = { maxBytes: 100_000, timeoutMs: 30_000 };
  const fields = { licenseKey: 'drop' } as const;

  /** Writes as long as somebody reads. */
  function flood(outgoing: ServerResponse, chunk: string | Buffer): void {
    while (outgoing.write(chunk));
    outgoing.once('drain', () => flood(outgoing, chunk));
  }

  /** Waits for the connection to upstream to be given up. */
  async function withClosing(
    options: Partial<LicenseProxyOptions>,
    upstream: (outgoing: ServerResponse, incoming: IncomingMessage) => void,
  ) {
    const closed: Promise<unknown>[] = [];
    const result = await attack(get(path), options, (incoming, outgoing) => {
      outgoing.on('error', () => {});
      closed.push(once(outgoing, 'close'));
      upstream(outgoing, incoming);
    });
    await Promise.all(closed);
    return result;
  }

  /** The browser can tell that the body broke off: its last chunk never came. */
  function expectCut({ statuses, text, events }: Awaited<ReturnType<typeof attack>>): void {
    expect(statuses).toEqual([200]);
    expect(text.endsWith('0\r\n\r\n')).toBe(false);
    expect(events).toMatchObject([{ outcome: 'failed', status: 200 }]);
  }

  it('and is cut off at maxBytes', async () => {
    const result = await withClosing(bounds, (outgoing) =>
      flood(outgoing.writeHead(200, json), 'x'.repeat(10_000)),
    );
    expectCut(result);
    expect(result.events[0]?.bytes).toBeLessThanOrEqual(100_000);
    expect(result.events[0]?.reason).toContain('maxBytes');
  });

  it.each([
    ['with fields to be edited', { fields }, {}],
    ['as its length announces', {}, { 'content-length': '100001' }],
  ])('and is refused before it begins, %s', async (_, options, headers) => {
    const { statuses, body } = await withClosing({ ...bounds, ...options }, (outgoing) =>
      flood(outgoing.writeHead(200, { ...json, ...headers }), 'x'.repeat(10_000)),
    );
    expect(statuses).toEqual([502]);
    expect(body).toContain('maxBytes');
  });

  it('and is an error, which is given up', async () => {
    const { statuses } = await withClosing(bounds, (outgoing) =>
      flood(outgoing.writeHead(404, json), 'x'.repeat(10_000)),
    );
    expect(statuses).toEqual([404]);
  });

  it.each([
    ['gzip', gzipSync(Buffer.alloc(20_000_000, 'x'))],
    ['br', brotliCompressSync(Buffer.alloc(20_000_000, 'x'))],
    ['gzip, gzip', gzipSync(gzipSync(Buffer.alloc(20_000_000, 'x')))],
  ])('once it is unpacked, by %s', async (encoding, bomb) => {
    expect(bomb.byteLength).toBeLessThan(bounds.maxBytes);
    const packed = (_: IncomingMessage, outgoing: ServerResponse) =>
      outgoing.writeHead(200, { ...json, 'content-encoding': encoding }).end(bomb);
    const streamed = await attack(get(path), bounds, packed);
    expectCut(streamed);
    expect(streamed.text.length).toBeLessThan(200_000);
    expect((await attack(get(path), { ...bounds, fields }, packed)).statuses).toEqual([502]);
  });

  it('because it never begins', async () => {
    const { statuses, events } = await withClosing({ timeoutMs: 100 }, () => {});
    expect(statuses).toEqual([504]);
    expect(events).toMatchObject([{ outcome: 'failed', status: 504 }]);
  });

  it('because it comes byte by byte', async () => {
    const drip = (outgoing: ServerResponse) => {
      outgoing.writeHead(200, json).write('{');
      const timer = setInterval(() => outgoing.write(' '), 10);
      outgoing.once('close', () => clearInterval(timer));
    };
    expectCut(await withClosing({ timeoutMs: 200 }, drip));
    expect((await withClosing({ timeoutMs: 200, fields }, drip)).statuses).toEqual([504]);
  });

  it('because its error comes byte by byte', async () => {
    const { statuses } = await withClosing({ timeoutMs: 200 }, (outgoing) => {
      outgoing.writeHead(500, json).write('{');
    });
    expect(statuses).toEqual([504]);
  });

  it('because it breaks off', async () => {
    expectCut(
      await withClosing(bounds, (outgoing) => {
        outgoing
          .writeHead(200, { ...json, 'content-length': '100' })
          .write('{"id":', () => outgoing.destroy());
      }),
    );
    const lost = await withClosing(bounds, (outgoing) => outgoing.destroy());
    expect(lost.statuses).toEqual([502]);
  });
});

describe('a vendor’s body hides what is to be taken out', () => {
  const fields = { licenseKey: 'drop', 'users[].email': 'mask' } as const;
  const raw = `${path}?truto_response_format=raw`;
  const sends = (body: string | Buffer) => (_: IncomingMessage, outgoing: ServerResponse) =>
    outgoing.writeHead(200, { 'content-type': 'application/json' }).end(body);

  it.each([
    ['by telling it twice', '{"licenseKey":"SECRET","licenseKey":"SECRET"}', '{}'],
    ['by spelling its name with escapes', '{"\\u006cicenseKey":"SECRET"}', '{}'],
    ['deep inside', '{"a":[{"b":{"licenseKey":"SECRET"}}]}', '{"a":[{"b":{}}]}'],
    ['in an object where a list should be', '{"users":{"email":"SECRET"}}', '{"users":{"email":"•••"}}'],
    ['in lists of lists', '{"users":[[{"email":["SECRET"]}]]}', '{"users":[[{"email":"•••"}]]}'],
    ['behind names of every object', '{"__proto__":{"licenseKey":"SECRET"}}', '{"__proto__":{}}'],
    ['in one long text', '"SECRET"', '"•••"'],
  ])('%s', async (_, body, left) => {
    const result = await attack(get(raw), { fields }, sends(body));
    expect(result.statuses).toEqual([200]);
    expect(result.body).not.toContain('SECRET');
    expect(result.body).toContain(left);
  });

  it.each([
    ['after its end', '{} {"licenseKey":"SECRET"}'],
    ['line by line', '{"licenseKey":"SECRET"}\n{"licenseKey":"SECRET"}'],
    ['behind a comment', '{/* */"licenseKey":"SECRET"}'],
    ['in single quotes', "{'licenseKey':'SECRET'}"],
    ['in a text that does not end', '{"licenseKey":"SECRET'],
    ['in another encoding', Buffer.from('{"licenseKey":"SECRET"}', 'utf16le')],
    [
      'behind bytes that are no UTF-8',
      Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff]), Buffer.from('","licenseKey":"SECRET"}')]),
    ],
    ['in XML', '<licenseKey>SECRET</licenseKey>'],
    ['too deep to be walked', `${'['.repeat(200_000)}{"licenseKey":"SECRET"}${']'.repeat(200_000)}`],
  ])('%s, and is refused', async (_, body) => {
    const result = await attack(get(raw), { fields }, sends(body));
    expect(result.statuses).toEqual([502]);
    expect(result.body.replaceAll('\0', '')).not.toContain('SECRET');
  });
});
