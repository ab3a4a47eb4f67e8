import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLicenseClient, isLicenseError } from '../../src/client/index.ts';
import { createSandbox } from '../../src/sandbox/index.ts';
import { connect, dump, rejection } from './endpoint.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A client with integrated-account tokens that the endpoint mints, kept for `lifeMs` by the host. */
function withAccountTokens(lifeMs: number) {
  const sandbox = createSandbox({ limits: false });
  const account = sandbox.accounts.find(({ vendor }) => vendor === 'salesforce');
  if (!account) throw new Error('No account');
  let kept: { token: string; until: number } | undefined;
  let minted = 0;
  const mint = async (): Promise<string> => {
    if (kept && Date.now() < kept.until) return kept.token;
    minted += 1;
    const response = await sandbox.fetch('https://api.truto.one/integrated-account/token', {
      method: 'POST',
      headers: { authorization: `Bearer ${sandbox.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ integrated_account_id: account.id }),
    });
    const { integrated_account_token: token } = await response.json();
    kept = { token, until: Date.now() + lifeMs };
    return token;
  };
  const statuses: number[] = [];
  const client = createLicenseClient({
    baseUrl: 'https://api.truto.one',
    getToken: mint,
    fetch: async (input, init) => {
      const response = await sandbox.fetch(input, init);
      statuses.push(response.status);
      return response;
    },
  });
  const params = { licenseId: account.licenses[0]?.id ?? '' };
  return { client, params, statuses, minted: () => minted, forget: () => (kept = undefined) };
}

const minutes = 60_000;

describe('getToken', () => {
  it('is asked at call time, so that a token of 15 minutes is renewed unseen', async () => {
    const { client, params, statuses, minted } = withAccountTokens(14 * minutes);
    for (let hour = 0; hour < 6; hour += 1) {
      expect((await client.license(params)).license.id).toBe(params.licenseId);
      await vi.advanceTimersByTimeAsync(10 * minutes);
    }
    expect(minted()).toBe(3);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200]);
  });

  it('is asked once for calls made together', async () => {
    let asked = 0;
    const { client } = connect({
      getToken: async () => {
        asked += 1;
        return 'a';
      },
      fetch: async () => Response.json({ id: '1' }),
    });
    await Promise.all(Array.from({ length: 6 }, () => client.license({ licenseId: '1' })));
    expect(asked).toBe(1);
    await client.license({ licenseId: '1' });
    expect(asked).toBe(2);
  });

  it('is asked once more where the token is refused, and the caller sees nothing of it', async () => {
    const tokens = ['expired', 'fresh'];
    const seen: (string | null)[] = [];
    const { client } = connect({
      getToken: () => tokens.shift() ?? 'none',
      fetch: async (input) => {
        const authorization = new Request(input).headers.get('authorization');
        seen.push(authorization);
        return authorization === 'Bearer fresh'
          ? Response.json({ id: '1' })
          : Response.json({ statusCode: 401, message: 'Invalid or expired token' }, { status: 401 });
      },
    });
    expect((await client.license({ licenseId: '1' })).license.id).toBe('1');
    expect(seen).toEqual(['Bearer expired', 'Bearer fresh']);
  });

  it('renews once alone, and never for a 401 of the vendor', async () => {
    let sent = 0;
    const refuse = (body: object) =>
      connect({
        getToken: () => 'token',
        fetch: async () => {
          sent += 1;
          return Response.json({ statusCode: 401, message: '', ...body }, { status: 401 });
        },
      }).client.license({ licenseId: '1' });
    expect(await rejection(refuse({}))).toMatchObject({ code: 'unauthorized' });
    expect(sent).toBe(2);
    expect(await rejection(refuse({ truto_is_remote_error: true }))).toMatchObject({
      code: 'reauth_required',
    });
    expect(sent).toBe(3);
  });

  it('is not waited for longer than timeoutMs', async () => {
    const { client } = connect({ getToken: () => new Promise(() => {}) });
    const call = rejection(client.license({ licenseId: '1' }));
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await call).toMatchObject({ code: 'timeout' });
  });
});

const sentinel = 'sk-sentinel-4f1c';

describe('a token', () => {
  it.each<[string, Parameters<typeof connect>[0]]>([
    [
      'the endpoint quotes it',
      {
        fetch: async () =>
          Response.json(
            {
              statusCode: 400,
              message: '',
              truto_is_remote_error: true,
              raw_response: { errors: [`No access for ${sentinel}`] },
              truto_error_insight: { missing_required_query_parameters: { value: [sentinel] } },
            },
            { status: 400 },
          ),
      },
    ],
    ['fetch quotes it', { fetch: () => Promise.reject(new TypeError(`Cannot send Bearer ${sentinel}`)) }],
    ['it cannot stand in a header', { getToken: () => `${sentinel}\n` }],
    ['getToken fails and quotes it', { getToken: () => Promise.reject(new Error(sentinel)) }],
    ['a header of the host carries it', { headers: () => ({ 'x-key': `${sentinel}\n` }) }],
  ])('is in no error where %s', async (_, options) => {
    const { client } = connect({ getToken: () => sentinel, ...options });
    for (const call of [client.license({ licenseId: '1' }), client.remoteData({ licenseId: '1' })]) {
      const error = await rejection(call);
      expect(isLicenseError(error)).toBe(true);
      expect(dump(error)).not.toContain(sentinel);
    }
  });

  it('is nowhere in the client', () => {
    const { client } = connect({ getToken: () => sentinel, headers: { authorization: sentinel } });
    expect(dump(client)).not.toContain(sentinel);
  });
});
