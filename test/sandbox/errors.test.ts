import { describe, expect, it } from 'vitest';
import { errorFixtures, fresh, supportMatrix, type Target } from './support.ts';

type Shortcuts = ReturnType<typeof fresh>;
type Provoke = (shortcuts: Shortcuts) => Promise<Response>;

const unknownId = '000000000000000';

/** How a caller meets each error: one entry for every file, by its name. */
const provoke: Record<string, Provoke> = {
  'truto-400-missing-integrated-account.json': ({ get, find }) => get({ id: find('Webex').id }),
  'truto-400-missing-organizations.json': ({ get, find }) =>
    get({ ...find('Cisco Meraki'), organizations: undefined }),
  'truto-401-bad-token.json': ({ get, find }) =>
    get(find('Webex'), { headers: { authorization: 'Bearer not-a-token' } }),
  'truto-401-needs-reauth.json': ({ get, find }) => get(find('Webex, must be connected again')),
  'truto-403-missing-scopes.json': ({ get, find }) => get(find('Webex, connected without the scope')),
  'truto-403-token-not-allowed.json': async ({ sandbox, find }) => {
    const { account } = find('Webex');
    const mint = (token: string) =>
      sandbox.fetch('https://api.truto.one/integrated-account/token', {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ integrated_account_id: account }),
      });
    const { integrated_account_token } = await (await mint(sandbox.token)).json();
    return mint(integrated_account_token);
  },
  'truto-404-remote-empty-message.json': ({ get, find }) =>
    get({ ...find('Cisco Meraki'), organizations: '900100999' }),
  'truto-404-remote.json': ({ get, find }) => get({ ...find('Salesforce'), id: unknownId }),
  'truto-404-unsupported-resource.json': ({ sandbox }) =>
    sandbox.fetch('https://api.truto.one/unified/user-directory/widgets/1', {
      headers: { authorization: `Bearer ${sandbox.token}` },
    }),
  'truto-405-sandbox-write.json': ({ get, find, sandbox }) =>
    get(find('Webex'), {
      method: 'PATCH',
      headers: { authorization: `Bearer ${sandbox.token}` },
      body: '{}',
    }),
  'truto-429-own-limit.json': async () => {
    const { get, find } = fresh({ limits: true, now: () => 0 });
    const target = find('Webex');
    for (let count = 0; count < 50; count += 1) await get(target);
    return get(target);
  },
  'truto-429-remote.json': ({ get, find }) => get(find('Cisco Meraki, failures', '429')),
  'truto-500.json': ({ get, find }) => get(find('Webex, one license a fault', '500')),
  'truto-502-bad-gateway.json': ({ get, find, sandbox }) => {
    sandbox.fault({ kind: 'status', status: 502 });
    return get(find('Webex'));
  },
  'truto-503-account-blocked.json': ({ get, find }) => get(find('Webex, blocked')),
  'webex-401.json': ({ get, find }) => get(find('Webex, access withdrawn')),
  'webex-403.json': ({ get, find }) => get(find('Webex, connected without the scope')),
  'webex-404.json': ({ get, find }) => get({ ...find('Webex'), id: unknownId }),
  'webex-429.json': ({ get, find }) => get(find('Webex, failures', '429')),
  'webex-500.json': ({ get, find }) => get(find('Webex, failures', '500')),
  'meraki-400-not-per-device-licensing.json': ({ get, find }) =>
    get(find('Cisco Meraki, organization without per-device licensing')),
  'meraki-401.json': ({ get, find }) => get(find('Cisco Meraki, must be connected again')),
  'meraki-403.json': ({ get, find }) => get(find('Cisco Meraki, failures', '403')),
  'meraki-404.json': ({ get, find }) => get({ ...find('Cisco Meraki'), id: unknownId }),
  'meraki-404-empty-body.json': ({ get, find }) => get(find('Cisco Meraki, failures', 'without a body')),
  'meraki-429.json': ({ get, find }) => get(find('Cisco Meraki, failures', '429')),
  'meraki-500.json': ({ get, find }) => get(find('Cisco Meraki, failures', '500')),
  'salesforce-401.json': ({ get, find }) => get(find('Salesforce, must be connected again')),
  'salesforce-403-forbidden.json': ({ get, find }) => get(find('Salesforce, failures', '403')),
  'salesforce-403-request-limit.json': ({ get, find }) => get(find('Salesforce, daily limit')),
  'salesforce-404.json': ({ get, find }) => get({ ...find('Salesforce'), id: unknownId }),
  'salesforce-429.json': ({ get, find }) => get(find('Salesforce, failures', '429')),
  'salesforce-500.json': ({ get, find }) => get(find('Salesforce, failures', '500')),
  'salesforce-503.json': ({ get, find }) => get(find('Salesforce, failures', '503')),
};

const answerFor = (file: string) => {
  const how = provoke[file];
  if (!how) throw new Error(`nothing here provokes ${file}`);
  return how(fresh());
};

const own = errorFixtures.filter(({ file }) => file.startsWith('truto-'));
const vendors = errorFixtures.filter(({ file }) => !file.startsWith('truto-'));

describe('errors of the endpoint', () => {
  it.each(own)('$file comes word for word', async ({ file, status, headers, body }) => {
    const response = await answerFor(file);
    expect(await response.json()).toStrictEqual(body);
    expect(response.status).toBe(status);
    expect(Object.fromEntries(response.headers)).toMatchObject(headers);
  });
});

describe('errors of a vendor', () => {
  it.each(vendors)('$file comes inside the envelope', async ({ file, status, headers, body }) => {
    const response = await answerFor(file);
    expect(await response.json()).toMatchObject({
      statusCode: status,
      truto_is_remote_error: true,
      raw_response: body,
      truto_error_insight: { remote_error: {} },
    });
    expect(response.status).toBe(status);
    const { 'content-type': _ours, ...theirs } = headers;
    expect(Object.fromEntries(response.headers)).toMatchObject(theirs);
  });
});

describe('bad input', () => {
  const { sandbox, get, find } = fresh();
  const refused = async (response: Response) => {
    const body = await response.json();
    expect(body).toEqual({
      statusCode: response.status,
      error: expect.stringMatching(/./),
      message: expect.stringMatching(/./),
    });
    return response.status;
  };
  const withQuery = (query: string): Target => ({ ...find('Webex'), query });

  it.each([
    ['a malformed percent sign', 'remote_query[a]=%zz'],
    ['a percent sign that is no UTF-8', 'remote_query[a]=%ff'],
    ['a name that is text and an object', 'remote_query[a]=1&remote_query[a][b]=2'],
    ['a list that is an object too', 'remote_query[a][]=1&remote_query[a][b]=2'],
    ['an unknown response format', 'truto_response_format=xml'],
    ['two response formats', 'truto_response_format=raw&truto_response_format=debug'],
    ['a flag that is neither true nor false', 'truto_ignore_remote_data=perhaps'],
    ['fields to exclude that are no list of names', 'truto_exclude_fields[a][b]=id'],
    ['an unknown kind of assignee', 'include_assigned_to=group'],
    ['a remote query that is no object', 'remote_query=limit'],
    ['two accounts', 'integrated_account_id=1'],
    ['two organizations', 'organizations[]=1&organizations[]=2'],
    ['organizations without an id', 'organizations[name]=acme'],
    ['a name nested too deep', `remote_query${'[a]'.repeat(21)}=1`],
    ['too many parameters', Array.from({ length: 1_001 }, (_, index) => `p${index}=1`).join('&')],
    ['a query that is too long', `p=${'x'.repeat(16_400)}`],
  ])('%s is 400', async (_, query) => {
    expect(await refused(await get(withQuery(query)))).toBe(400);
  });

  it('an unknown account is 404', async () => {
    expect(await refused(await get({ id: '1', account: crypto.randomUUID() }))).toBe(404);
  });

  it.each([
    ['no token', undefined],
    ['no scheme', 'sandbox-api-token'],
    ['another scheme', 'Basic c2FuZGJveA=='],
    ['an empty token', 'Bearer '],
    ['two tokens', 'Bearer sandbox-api-token sandbox-api-token'],
  ])('%s is 401', async (_, authorization) => {
    const headers: HeadersInit = authorization === undefined ? {} : { authorization };
    expect(await refused(await get(find('Webex'), { headers }))).toBe(401);
  });

  it('a malformed license id is 400, an empty one or one with a path 404', async () => {
    const headers = { authorization: `Bearer ${sandbox.token}` };
    const ask = (tail: string) =>
      sandbox.fetch(`https://api.truto.one/unified/user-directory/licenses/${tail}`, { headers });
    expect(await refused(await ask('%E0%A4%A'))).toBe(400);
    expect(await refused(await ask(''))).toBe(404);
    expect(await refused(await ask('1/2'))).toBe(404);
    expect(await refused(await ask('../../integrated-account'))).toBe(404);
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'PURGE'])('%s is 405', async (method) => {
    const headers = { authorization: `Bearer ${sandbox.token}` };
    expect(await refused(await get(find('Webex'), { method, headers }))).toBe(405);
  });

  it('a token is minted with POST, for an account that exists, from a JSON body', async () => {
    const mint = (init: RequestInit) =>
      sandbox.fetch('https://api.truto.one/integrated-account/token', {
        method: 'POST',
        headers: { authorization: `Bearer ${sandbox.token}` },
        ...init,
      });
    expect(await refused(await mint({ body: '{' }))).toBe(400);
    expect(await refused(await mint({ body: 'null' }))).toBe(400);
    expect(await refused(await mint({ body: '{"integrated_account_id":7}' }))).toBe(400);
    expect(await refused(await mint({ body: '{"integrated_account_id":"7"}' }))).toBe(404);
    expect(await refused(await mint({ method: 'GET' }))).toBe(405);
  });

  it('a parameter that only other vendors read is not looked at', async () => {
    for (const [name, { vendors: readers }] of Object.entries(supportMatrix.query_parameters)) {
      if (readers.salesforce !== 'not_supported') continue;
      expect((await get({ ...find('Salesforce'), query: `${name}=user` })).status).toBe(200);
    }
  });
});
