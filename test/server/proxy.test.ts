import { describe, expect, expectTypeOf, it, vi } from 'vitest';
import { createSandbox } from '../../src/sandbox/index.ts';
import {
  createLicenseProxy,
  type LicenseDecision,
  type LicenseProxyOptions,
} from '../../src/server/index.ts';

const sandbox = createSandbox({ limits: false });

function find(vendor: string) {
  const account = sandbox.accounts.find((each) => each.vendor === vendor && each.status === 'active');
  const license = account?.licenses[0];
  if (!account || !license) throw new Error(`the sandbox has no license of ${vendor}`);
  return { account, license };
}

const { account, license } = find('salesforce');
const other = find('webex').account;

/** The proxy in front of the endpoint, for a caller who may read one account; `calls` is what went upstream. */
function mount(options: Partial<LicenseProxyOptions> = {}) {
  const calls: Request[] = [];
  const proxy = createLicenseProxy({
    token: sandbox.token,
    authorize: () => ({ integratedAccountId: account.id }),
    fetch: (request) => {
      calls.push(request.clone());
      return sandbox.fetch(request);
    },
    ...options,
  });
  const get = (path: string, init?: RequestInit) =>
    proxy(new Request(`https://host.example/api/truto${path}`, init));
  return { calls, get };
}

const route = `/unified/user-directory/licenses/${license.id}`;

describe('createLicenseProxy', () => {
  it('answers a license to a caller who has no token', async () => {
    const { get, calls } = mount();
    const response = await get(`${route}?integrated_account_id=${account.id}&truto_ignore_remote_data=true`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ id: license.id });
    expect(calls.map((call) => call.headers.get('authorization'))).toEqual([`Bearer ${sandbox.token}`]);
  });

  it('lets the host decide the account where the browser names none', async () => {
    const { get, calls } = mount();
    expect((await get(route)).status).toBe(200);
    expect(new URL(calls[0]?.url ?? '').searchParams.get('integrated_account_id')).toBe(account.id);
  });

  it('tells the host what is asked', async () => {
    const authorize = vi.fn<LicenseProxyOptions['authorize']>(() => null);
    await mount({ authorize }).get(`${route}?integrated_account_id=${account.id}`, {
      headers: { cookie: 'session=1' },
    });
    const [access] = authorize.mock.calls[0] ?? [];
    expect(access).toMatchObject({ licenseId: license.id, integratedAccountId: account.id });
    expect(access?.request.headers.get('cookie')).toBe('session=1');
  });

  it.each([
    ['the host refuses', { authorize: () => null }, route, 403],
    ['another account is named', {}, `${route}?integrated_account_id=${other.id}`, 403],
    [
      'the account is named twice',
      {},
      `${route}?integrated_account_id=${account.id}&integrated_account_id=${other.id}`,
      400,
    ],
    ['the account is spelled as a list', {}, `${route}?integrated_account_id[]=${other.id}`, 400],
    ['an unknown parameter stands in the query', {}, `${route}?truto_super_query=1`, 400],
    ['a parameter is named like a part of every object', {}, `${route}?__proto__=1`, 400],
    ['the format is not allowed', {}, `${route}?truto_response_format=debug`, 403],
    ['another resource is asked for', {}, '/unified/user-directory/users/1', 404],
    ['the list is asked for', {}, '/unified/user-directory/licenses', 404],
    ['the id is missing', {}, '/unified/user-directory/licenses/', 400],
    ['the id would leave its segment', {}, '/unified/user-directory/licenses/..%2F..%2Fusers', 400],
    ['the id is encoded twice', {}, '/unified/user-directory/licenses/..%252Fusers', 400],
    ['the id is not encoded correctly', {}, '/unified/user-directory/licenses/%E0%A4', 400],
  ])('refuses, without a call to Truto, when %s', async (_, options, path, status) => {
    const { get, calls } = mount(options);
    const response = await get(path);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ statusCode: status, message: expect.stringMatching(/\w/) });
    expect(calls).toEqual([]);
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'])('refuses %s', async (method) => {
    const { get, calls } = mount();
    const response = await get(route, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET');
    expect(calls).toEqual([]);
  });

  it('hands the vendor’s body on byte for byte', async () => {
    const { get } = mount();
    const direct = await sandbox.fetch(
      new Request(
        `https://api.truto.one${route}?integrated_account_id=${account.id}&truto_response_format=raw`,
        {
          headers: { authorization: `Bearer ${sandbox.token}` },
        },
      ),
    );
    expect(await (await get(`${route}?truto_response_format=raw`)).text()).toBe(await direct.text());
  });

  it('lets no answer be cached, sniffed or run as a page', async () => {
    const html = mount({
      fetch: async () =>
        new Response('<script>1</script>', { headers: { 'content-type': 'text/html', 'set-cookie': 'a=1' } }),
    });
    const response = await html.get(route);
    expect(Object.fromEntries(response.headers)).toEqual({
      'cache-control': 'private, no-store',
      'cross-origin-resource-policy': 'same-origin',
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'x-request-id': expect.stringMatching(/^[\w-]{36}$/),
    });
  });

  it('keeps Truto’s errors, less what is not for a browser', async () => {
    const { get } = mount({
      fetch: async () =>
        Response.json(
          {
            statusCode: 404,
            error: 'Not Found',
            message: 'gone',
            requestOptions: { headers: { authorization: 'x' } },
          },
          { status: 404, headers: { 'retry-after': '3' } },
        ),
    });
    const response = await get(route);
    expect(response.status).toBe(404);
    expect(response.headers.get('retry-after')).toBe('3');
    expect(await response.json()).toEqual({ statusCode: 404, error: 'Not Found', message: 'gone' });
  });

  it('does not send a person to sign in when it is the server’s own token that Truto refuses', async () => {
    const response = await mount({ token: 'not-the-token' }).get(route);
    expect(response.status).toBe(502);
    expect(await response.text()).not.toContain('not-the-token');
  });

  it.each([301, 302, 307, 308])('does not follow a %i', async (status) => {
    const { get } = mount({
      fetch: async () => new Response(null, { status, headers: { location: 'https://elsewhere.example' } }),
    });
    const response = await get(route);
    expect(response.status).toBe(502);
    expect(response.headers.get('location')).toBeNull();
  });

  it('answers 502 when Truto is not reached, and does not say where it was looked for', async () => {
    const { get } = mount({
      fetch: () => Promise.reject(new TypeError('connect ECONNREFUSED 10.0.0.1:443')),
    });
    const response = await get(route);
    expect(response.status).toBe(502);
    expect(await response.text()).not.toContain('10.0.0.1');
  });

  it('answers 504 when Truto is silent for too long', async () => {
    const { get } = mount({
      timeoutMs: 1,
      fetch: (request) =>
        new Promise((_, reject) =>
          request.signal.addEventListener('abort', () => reject(request.signal.reason)),
        ),
    });
    expect((await get(route)).status).toBe(504);
  });

  it('stops asking Truto when the browser leaves', async () => {
    const browser = new AbortController();
    let upstream: AbortSignal | undefined;
    const { get } = mount({
      fetch: (request) => {
        upstream = request.signal;
        return new Promise(() => {});
      },
    });
    const answer = get(route, { signal: browser.signal });
    await vi.waitFor(() => expect(upstream).toBeDefined());
    browser.abort();
    expect((await answer).status).toBe(499);
    expect(upstream?.aborted).toBe(true);
  });

  it('takes a vendor’s envelope for what it is: a gateway’s 503 is no blocked account', async () => {
    const gateway = mount({ fetch: async () => new Response('<h1>503</h1>', { status: 503 }) });
    expect((await gateway.get(route)).status).toBe(502);
    const blocked = mount({ fetch: async () => Response.json({ statusCode: 503 }, { status: 503 }) });
    expect((await blocked.get(route)).status).toBe(503);
  });

  it('asks for `remote_query` only by the keys that the host allows', async () => {
    const { get, calls } = mount({ remoteQuery: ['limit', 'filter'] });
    const query =
      'remote_query[limit]=5&remote_query[filter][name][]=a%20b&remote_query[filter][name][]=c%2B';
    expect((await get(`${route}?${query}`)).status).toBe(200);
    expect(decodeURIComponent(calls[0]?.url ?? '')).toContain(
      'remote_query[limit]=5&remote_query[filter][name][]=a b&remote_query[filter][name][]=c+',
    );
    expect((await get(`${route}?remote_query[next]=1`)).status).toBe(400);
    expect(calls).toHaveLength(1);
  });

  it('takes fields out of the vendor’s body, wherever it stands, and leaves every other byte', async () => {
    const vendor =
      '{"id":"1", "licenseKey" : "ZEXA", "seats":1.50e1,"queued":[{"licenseKey":"ZEXB","n":12345678901234567890}]}';
    const left = '{"id":"1", "seats":1.50e1,"queued":[{"n":12345678901234567890}]}';
    const answers = (body: string, status = 200) =>
      mount({
        fields: { licenseKey: 'drop' },
        fetch: async () => new Response(body, { status, headers: { 'content-type': 'application/json' } }),
      });
    const raw = await answers(vendor).get(`${route}?truto_response_format=raw`);
    expect(await raw.text()).toBe(left);
    const unified = await answers(`{"id":"1","licenseKey":"ours","remote_data":${vendor}}`).get(route);
    expect(await unified.text()).toBe(`{"id":"1","licenseKey":"ours","remote_data":${left}}`);
    const error = await answers(
      `{"statusCode":404,"truto_is_remote_error":true,"raw_response":${vendor}}`,
      404,
    ).get(route);
    expect(error.status).toBe(404);
    expect(await error.text()).not.toContain('ZEX');
  });

  it('lets a page of an allowed origin read the host’s own response, and keeps what the host varies it by', async () => {
    const own = mount({
      allowedOrigins: ['https://app.example'],
      authorize: () => new Response(null, { status: 401, headers: { vary: 'cookie' } }),
    });
    const { headers } = await own.get(route, { headers: { origin: 'https://app.example' } });
    expect(headers.get('vary')).toBe('cookie, origin');
    expect(headers.get('access-control-allow-origin')).toBe('https://app.example');
  });

  it('says what is wrong where the host gave no token', async () => {
    for (const token of [undefined, '', 'line\nbreak']) {
      const { get, calls } = mount({ token });
      const response = await get(route);
      expect(response.status).toBe(500);
      expect(await response.json()).toMatchObject({ message: expect.stringContaining('no Truto API token') });
      expect(calls).toEqual([]);
    }
  });

  it('sends a token that came with a line break of its file', async () => {
    expect((await mount({ token: `${sandbox.token}\n` }).get(route)).status).toBe(200);
  });

  it('hands on a response of the host’s own, and what it throws', async () => {
    const own = mount({
      authorize: () => new Response('sign in', { status: 401, headers: { 'set-cookie': 'a=1' } }),
    });
    const response = await own.get(route);
    expect(response.status).toBe(401);
    expect(response.headers.get('set-cookie')).toBe('a=1');
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(await response.text()).toBe('sign in');
    const redirect = mount({ authorize: () => Response.redirect('https://host.example/login') });
    expect((await redirect.get(route)).headers.get('location')).toBe('https://host.example/login');
    const thrown = new Error('redirect');
    await expect(mount({ authorize: () => Promise.reject(thrown) }).get(route)).rejects.toBe(thrown);
  });

  it.each([
    [{ baseUrl: 'http://api.truto.example' }, /https/],
    [{ baseUrl: 'api.truto.one' }, /URL/],
    [{ allowedOrigins: ['https://app.example/'] }, /allowedOrigins/],
    [{ allowedOrigins: ['*'] }, /allowedOrigins/],
    [{ fields: { 'users[0].email': 'drop' } }, /fields/],
  ] satisfies [Partial<LicenseProxyOptions>, RegExp][])('refuses %j at once', (options, message) => {
    expect(() => mount(options)).toThrow(message);
  });

  it('types what a host writes', () => {
    expectTypeOf(createLicenseProxy).returns.toEqualTypeOf<(request: Request) => Promise<Response>>();
    expectTypeOf<LicenseProxyOptions>().pick<'token'>().toEqualTypeOf<{ token: string | undefined }>();
    expectTypeOf<{ integratedAccountId: string }>().toExtend<LicenseDecision>();
    expectTypeOf<{ account: string }>().not.toExtend<LicenseDecision>();
  });
});
