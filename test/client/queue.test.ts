import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connect, rejection } from './endpoint.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-01-01T00:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const licenses = (count: number) => Array.from({ length: count }, (_, index) => String(index));

/** An endpoint that allows `limit` calls in each window from the first on, and counts what it refuses. */
function limited(
  limit: number,
  windowMs: number,
  headers: 'told' | 'untold' | 'retry-after',
  latencyMs = 80,
) {
  const seen = { sent: 0, refused: 0, mostAtOnce: 0 };
  let inFlight = 0;
  let startedAt = -Infinity;
  let count = 0;
  const fetch = async (): Promise<Response> => {
    seen.sent += 1;
    inFlight += 1;
    seen.mostAtOnce = Math.max(seen.mostAtOnce, inFlight);
    await new Promise((resolve) => setTimeout(resolve, latencyMs / 2));
    const now = Date.now();
    if (now >= startedAt + windowMs) {
      startedAt = now;
      count = 0;
    }
    count += 1;
    const isRefused = count > limit;
    const reset = String(Math.ceil((startedAt + windowMs - now) / 1000));
    const told = {
      'ratelimit-limit': `${limit};w=${windowMs / 1000}`,
      'ratelimit-remaining': String(Math.max(0, limit - count)),
      'ratelimit-reset': reset,
    };
    await new Promise((resolve) => setTimeout(resolve, latencyMs / 2));
    inFlight -= 1;
    if (!isRefused) return Response.json({ id: '1' }, { headers: headers === 'told' ? told : {} });
    seen.refused += 1;
    return Response.json(
      { statusCode: 429 },
      {
        status: 429,
        headers: headers === 'untold' ? {} : { 'retry-after': reset },
      },
    );
  };
  return { seen, fetch };
}

async function load(options: Parameters<typeof connect>[0], count: number) {
  const { client } = connect(options);
  const outcomes = Promise.allSettled(licenses(count).map((licenseId) => client.license({ licenseId })));
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  return (await outcomes).filter(({ status }) => status === 'rejected');
}

describe('many licenses of one account', () => {
  it.each<[string, ReturnType<typeof limited>]>([
    ["Truto's limit", limited(50, 10_000, 'retry-after')],
    ["Truto's limit, unannounced", limited(50, 10_000, 'untold')],
    ["Truto's limit and slow answers", limited(50, 10_000, 'retry-after', 2000)],
    ["a vendor's limit that headers tell", limited(10, 1000, 'told')],
    ["a vendor's limit that shows in refusals alone", limited(10, 1000, 'retry-after')],
    ['a limit shared with others', limited(20, 10_000, 'retry-after')],
  ])('all come within %s, with little sent in vain', async (_, { seen, fetch }) => {
    expect(await load({ fetch }, 200)).toEqual([]);
    expect(seen.sent).toBeLessThanOrEqual(260);
    expect(seen.mostAtOnce).toBeLessThanOrEqual(6);
  });

  it('are never refused where the limit is known', async () => {
    for (const endpoint of [limited(50, 10_000, 'untold'), limited(10, 1000, 'told')]) {
      await load(endpoint, 200);
      expect(endpoint.seen).toMatchObject({ sent: 200, refused: 0 });
    }
  });

  it('come from the embedded endpoint with its limits on', async () => {
    const { client, sent, sample } = connect({}, true);
    const calls = Promise.all(licenses(200).map((_, index) => client.license(sample('webex', index % 5))));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await calls).toHaveLength(200);
    expect(sent).toHaveLength(200);
  });

  it('go as many at once as concurrency says, and each account on its own', async () => {
    const { seen, fetch } = limited(Infinity, 10_000, 'untold');
    const { client } = connect({ fetch, concurrency: 2 });
    const calls = licenses(8).map((licenseId, index) =>
      client.license({ licenseId, integratedAccountId: `account ${index % 2}` }),
    );
    await vi.advanceTimersByTimeAsync(1000);
    await Promise.all(calls);
    expect(seen.mostAtOnce).toBe(4);
  });

  it("let the vendor's body go first, which somebody waits for", async () => {
    const order: string[] = [];
    const { client } = connect({
      concurrency: 1,
      fetch: async (input) => {
        order.push(new URL(new Request(input).url).searchParams.get('truto_response_format') ?? 'unified');
        return Response.json({ id: '1' });
      },
    });
    await Promise.all([
      ...licenses(3).map((licenseId) => client.license({ licenseId })),
      client.remoteData({ licenseId: '1' }),
    ]);
    expect(order).toEqual(['unified', 'raw', 'unified', 'unified']);
  });
});

describe('a 429', () => {
  /** Refuses the first `times` calls with the given headers, and tells when each call came. */
  function refusing(times: number, headers: Record<string, string>) {
    const at: number[] = [];
    const startedAt = Date.now();
    const fetch = async () => {
      at.push(Date.now() - startedAt);
      return at.length <= times
        ? Response.json({ statusCode: 429 }, { status: 429, headers })
        : Response.json({ id: '1' });
    };
    return { at, fetch };
  }

  it.each<[string, Record<string, string>, number]>([
    ['retry-after in seconds', { 'retry-after': '7' }, 7000],
    ['retry-after as a date', { 'retry-after': 'Thu, 01 Jan 2026 00:00:08 GMT' }, 8000],
    ['ratelimit-reset', { 'ratelimit-reset': '6', 'ratelimit-limit': '110;w=10' }, 6000],
    ['retry-after before ratelimit-reset', { 'retry-after': '3', 'ratelimit-reset': '9' }, 3000],
    ["Truto's ten seconds where nothing is told", {}, 10_000],
    ['a second at least', { 'retry-after': '0' }, 1000],
    ['fifteen seconds at most', { 'retry-after': '15' }, 15_000],
  ])('is waited for unseen: %s', async (_, headers, wait) => {
    const { at, fetch } = refusing(1, headers);
    const { client } = connect({ fetch });
    const call = client.license({ licenseId: '1' });
    await vi.advanceTimersByTimeAsync(20_000);
    expect((await call).license.id).toBe('1');
    expect(at).toEqual([0, wait]);
  });

  it('with a longer wait rejects at once, and so does whatever the account asks until then', async () => {
    const { at, fetch } = refusing(1, { 'retry-after': '60' });
    const { client } = connect({ fetch, concurrency: 1 });
    const calls = licenses(3).map((licenseId) => rejection(client.license({ licenseId })));
    for (const call of calls)
      expect(await call).toMatchObject({ code: 'rate_limited', retryAfterMs: 60_000 });
    await vi.advanceTimersByTimeAsync(20_000);
    const later = await rejection(client.license({ licenseId: '4' }));
    expect(later).toMatchObject({ code: 'rate_limited', retryAfterMs: 40_000 });
    expect(at).toEqual([0]);
    await vi.advanceTimersByTimeAsync(40_000);
    expect((await client.license({ licenseId: '4' })).license.id).toBe('1');
  });

  it('that does not end is told after 15 seconds of waiting', async () => {
    const { at, fetch } = refusing(Infinity, { 'retry-after': '4' });
    const { client } = connect({ fetch });
    const call = rejection(client.license({ licenseId: '1' }));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await call).toMatchObject({ code: 'rate_limited', status: 429, retryAfterMs: 4000 });
    expect(at).toEqual([0, 4000, 8000, 12_000]);
  });

  it('pauses its own account alone', async () => {
    const { client } = connect({
      fetch: async (input) =>
        new Request(input).url.includes('integrated_account_id=busy')
          ? Response.json({}, { status: 429, headers: { 'retry-after': '60' } })
          : Response.json({ id: '1' }),
    });
    await rejection(client.license({ licenseId: '1', integratedAccountId: 'busy' }));
    expect((await client.license({ licenseId: '1', integratedAccountId: 'idle' })).license.id).toBe('1');
  });
});
