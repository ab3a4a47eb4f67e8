import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Vendor } from '../../src/license/index.ts';
import { createSandbox, type Sandbox, type SandboxAccount } from '../../src/sandbox/index.ts';
import { fresh } from './support.ts';

describe('accounts', () => {
  it('have the same ids every time', () => {
    expect(createSandbox().accounts).toEqual(createSandbox().accounts);
    const ids = createSandbox().accounts.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids)
      expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });

  it('stand in every state for every vendor, with at least two that are active', () => {
    const { accounts } = createSandbox();
    for (const vendor of ['cisco_meraki', 'salesforce', 'webex']) {
      const states = accounts.filter((account) => account.vendor === vendor).map(({ status }) => status);
      expect(states).toEqual(expect.arrayContaining(['active', 'needs_reauth', 'blocked']));
      expect(states.filter((status) => status === 'active').length).toBeGreaterThanOrEqual(2);
    }
  });

  it('hold 200 licenses where they say so, each of which is answered', async () => {
    const { sandbox, get } = fresh();
    const many = sandbox.accounts.find(({ label }) => label.includes('200 licenses'));
    expect(many?.licenses).toHaveLength(200);
    for (const { id } of many?.licenses ?? []) {
      expect(await (await get({ id, account: many?.id })).json()).toMatchObject({ id });
    }
  });

  it('hold no license twice and say something of each', () => {
    for (const { licenses } of createSandbox().accounts) {
      expect(new Set(licenses.map(({ id }) => id)).size).toBe(licenses.length);
      for (const { label } of licenses) expect(label).toMatch(/./);
    }
  });

  it.each([
    ['Webex', '450 assigned users', { assigned_quantity: 450 }],
    ['Webex', 'Right-to-left', { name: expect.stringMatching(/[\u0600-\u06FF]/) }],
    ['Webex', 'unicode', { name: expect.stringMatching(/東京/), assigned_quantity: 0 }],
    ['Cisco Meraki', 'zero seats', { available_quantity: 0 }],
    ['Cisco Meraki', 'seats null', { available_quantity: null }],
    ['Cisco Meraki', 'Expired', { status: 'inactive' }],
    ['Salesforce', 'Over-assigned', { assigned_quantity: 7, available_quantity: 5 }],
    ['Salesforce', 'negative total', { available_quantity: -1, is_paid: true }],
    ['Salesforce', 'null', { assigned_quantity: null, available_quantity: null, created_at: null }],
    ['Salesforce', 'package, expired', { status: 'inactive', is_paid: true }],
    ['own mapping', 'Negative', { assigned_quantity: -3, unit_amount: -12.5 }],
    ['own mapping', 'does not list', { status: 'in_review', currency: 'credits' }],
    [
      'own mapping',
      'Markup',
      { name: expect.stringContaining('<script>'), id: expect.stringContaining('<img') },
    ],
    ['own mapping', 'Markup', { products: [{ id: expect.stringMatching(/^javascript:/) }, {}] }],
  ])('%s: %s', async (account, label, license) => {
    const { get, find } = fresh();
    expect(await (await get(find(account, label))).json()).toMatchObject(license);
  });

  it('of Meraki leave out a status that the mapping does not know', async () => {
    const { get, find } = fresh();
    expect(await (await get(find('Cisco Meraki', 'new to the mapping'))).json()).not.toHaveProperty('status');
  });

  it('of Webex page their users: 300, then the rest, with a Link between', async () => {
    const { get, find } = fresh();
    const page = async (query: string) => {
      const response = await get({
        ...find('Webex', '450'),
        query: `include_assigned_to=user&truto_response_format=raw&${query}`,
      });
      const { users } = await response.json();
      return { users, link: response.headers.get('link') };
    };
    const first = await page('');
    expect(first.users).toHaveLength(300);
    const next = /^<([^>]+)>; rel="next"$/.exec(first.link ?? '')?.[1] ?? '';
    expect(new URL(next).origin).toBe('https://webexapis.com');
    const second = await page(`remote_query[next]=${new URL(next).searchParams.get('next')}`);
    expect(second.users).toHaveLength(150);
    expect(second.link).toBeNull();
    const all = [...first.users, ...second.users].map(({ id }) => id);
    expect(new Set(all).size).toBe(450);
    expect((await page('remote_query[limit]=10')).users).toHaveLength(10);
    expect((await page('remote_query[limit]=9999&remote_query[next]=-5')).users).toHaveLength(300);
  });

  it('of Webex keep their users to themselves unless asked', async () => {
    const { get, find } = fresh();
    const target = find('Webex', 'Five users');
    expect((await (await get(target)).json()).remote_data).not.toHaveProperty('users');
    const asked = await (await get({ ...target, query: 'include_assigned_to=user' })).json();
    expect(asked.remote_data.users).toHaveLength(5);
  });

  it('of Salesforce send the fields alone that remote_query names', async () => {
    const { get, find } = fresh();
    const response = await get({ ...find('Salesforce'), query: 'remote_query[fields]=Id,Status' });
    expect(await response.json()).toEqual({
      id: '100Xa0000000AbCIAU',
      status: 'active',
      remote_data: { attributes: expect.any(Object), Id: '100Xa0000000AbCIAU', Status: 'Active' },
    });
  });

  it('turn to needs_reauth when the vendor answers 401, and stay there', async () => {
    const { sandbox, get, find } = fresh();
    const statusNow = () => sandbox.accounts.find(({ label }) => label.includes('access withdrawn'))?.status;
    expect(statusNow()).toBe('active');
    expect((await get(find('access withdrawn'))).status).toBe(401);
    expect(statusNow()).toBe('needs_reauth');
    expect((await get(find('access withdrawn', 'Five users'))).status).toBe(401);
    expect(createSandbox().accounts).toContainEqual(
      expect.objectContaining({ label: expect.stringContaining('access withdrawn'), status: 'active' }),
    );
  });

  it('stay active on a 403', async () => {
    const { sandbox, get, find } = fresh();
    expect((await get(find('without the scope'))).status).toBe(403);
    expect(sandbox.accounts.find(({ label }) => label.includes('without the scope'))?.status).toBe('active');
  });
});

describe('tokens', () => {
  const minute = 60_000;
  const minted = async (clock: { now: number }) => {
    const { sandbox, get, find } = fresh({ now: () => clock.now });
    const { id, account } = find('Webex');
    const response = await sandbox.fetch('https://api.truto.one/integrated-account/token', {
      method: 'POST',
      headers: { authorization: `Bearer ${sandbox.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ integrated_account_id: account }),
    });
    const { integrated_account_token } = await response.json();
    const headers = { authorization: `Bearer ${integrated_account_token}` };
    return { sandbox, get, find, id, account, headers };
  };

  it('of an account need no integrated_account_id and see no other account', async () => {
    const { get, find, id, account, headers } = await minted({ now: 0 });
    expect((await get({ id }, { headers })).status).toBe(200);
    expect((await get({ id, account }, { headers })).status).toBe(200);
    const other = await get(find('Salesforce'), { headers });
    expect(await other.json()).toMatchObject({ statusCode: 404, message: 'Integrated account not found' });
  });

  it('of an account live 15 minutes', async () => {
    const clock = { now: Date.UTC(2026, 10, 23) };
    const { get, id, headers } = await minted(clock);
    clock.now += 15 * minute - 1;
    expect((await get({ id }, { headers })).status).toBe(200);
    clock.now += 1;
    expect((await get({ id }, { headers })).status).toBe(401);
  });

  it('of one sandbox are worth nothing in another', async () => {
    const { id, headers } = await minted({ now: 0 });
    expect((await fresh().get({ id }, { headers })).status).toBe(401);
  });

  it('are read whatever the case of the scheme', async () => {
    const { sandbox, get, find } = fresh();
    expect((await get(find('Webex'), { headers: { authorization: `bearer ${sandbox.token}` } })).status).toBe(
      200,
    );
  });
});

describe('CORS', () => {
  it('lets any page ask with any header', async () => {
    const { sandbox, find } = fresh();
    const response = await sandbox.fetch(
      `https://api.truto.one/unified/user-directory/licenses/${find('Webex').id}`,
      {
        method: 'OPTIONS',
        headers: {
          origin: 'https://dashboard.example',
          'access-control-request-method': 'GET',
          'access-control-request-headers': 'authorization,content-type,user-agent',
        },
      },
    );
    expect(response.status).toBe(204);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': expect.stringContaining('GET'),
      'access-control-allow-headers': 'authorization,content-type,user-agent',
    });
  });

  it('lets it read every header of an answer, of errors too', async () => {
    const { get, find } = fresh();
    for (const response of [await get(find('Webex')), await get({ id: '1', account: '1' })]) {
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      expect(response.headers.get('access-control-expose-headers')).toBe('*');
    }
  });
});

describe('limits', () => {
  const count = async (limit: number, ask: () => Promise<Response>) => {
    for (let index = 0; index < limit; index += 1) {
      const { status } = await ask();
      if (status === 429) return index;
    }
    return (await ask()).status === 429 ? limit : Infinity;
  };

  it('are 50 requests in 10 seconds an account', async () => {
    const clock = { now: 0 };
    const { get, find } = fresh({ limits: true, now: () => clock.now });
    clock.now = 5_000;
    expect(await count(50, () => get(find('Webex')))).toBe(50);
    expect((await get(find('Salesforce'))).status).toBe(200);
    clock.now = 7_500;
    const refused = await get(find('Webex'));
    expect(Object.fromEntries(refused.headers)).toMatchObject({
      'retry-after': '10',
      'ratelimit-limit': '50;w=10',
      'ratelimit-remaining': '0',
      'ratelimit-reset': '8',
    });
    clock.now = 15_000;
    expect((await get(find('Webex'))).status).toBe(200);
  });

  it('are 500 requests in 10 seconds a token, whatever was asked', async () => {
    const { get, find } = fresh({ limits: true, now: () => 0 });
    expect(await count(500, () => get({ id: '1', account: 'unknown' }))).toBe(500);
    expect((await get(find('Webex'))).status).toBe(429);
  });

  it('are on unless turned off', async () => {
    const on = createSandbox();
    const off = createSandbox({ limits: false });
    const ask = (sandbox: Sandbox) => async () => {
      const [account] = sandbox.accounts;
      return sandbox.fetch(
        `https://api.truto.one/unified/user-directory/licenses/1?organizations=1&integrated_account_id=${account?.id}`,
        { headers: { authorization: `Bearer ${sandbox.token}` } },
      );
    };
    expect(await count(60, ask(on))).toBe(50);
    expect(await count(600, ask(off))).toBe(Infinity);
  });
});

it('the types are the documented ones', () => {
  expectTypeOf<Sandbox['accounts']>().toEqualTypeOf<readonly SandboxAccount[]>();
  expectTypeOf<SandboxAccount>().toMatchTypeOf<{
    readonly id: string;
    readonly vendor: Vendor;
    readonly label: string;
    readonly status: 'active' | 'needs_reauth' | 'blocked';
    readonly customised: boolean;
    readonly licenses: readonly {
      readonly id: string;
      readonly label: string;
      readonly organizations?: string;
    }[];
  }>();
  expectTypeOf<Sandbox['token']>().toEqualTypeOf<string>();
  expectTypeOf(createSandbox)
    .parameter(0)
    .toEqualTypeOf<{ now?: () => number; limits?: boolean } | undefined>();
  expectTypeOf<Sandbox['fetch']>().toExtend<typeof fetch>();
});
