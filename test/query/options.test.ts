import { defaultShouldDehydrateQuery, dehydrate, QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isLicenseError, LicenseError, type Progress } from '../../src/client/index.ts';
import {
  clearLicenseCache,
  licenseKeys,
  licenseQueryOptions,
  remoteDataQueryOptions,
} from '../../src/query/index.ts';
import { connect, rejection } from '../client/endpoint.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('licenseQueryOptions', () => {
  it('prefetch on a server, where nothing is tried again', async () => {
    const { sandbox, client, sent, sample } = connect();
    const queryClient = new QueryClient();
    await queryClient.prefetchQuery(licenseQueryOptions(client, sample('webex')));
    expect(queryClient.getQueryData(licenseKeys.license('', sample('webex')))?.license.id).toBe(
      sample('webex').licenseId,
    );
    sandbox.fault({ kind: 'drop' });
    expect(
      await rejection(queryClient.fetchQuery(licenseQueryOptions(client, sample('salesforce')))),
    ).toMatchObject({
      code: 'network',
    });
    expect(sent).toHaveLength(2);
  });

  it('in a browser try twice again what may pass, later each time', async () => {
    vi.stubGlobal('window', {});
    const { sandbox, client, sent, sample } = connect();
    const at: number[] = [];
    const options = licenseQueryOptions(client, sample('webex'));
    sandbox.fault({ kind: 'status', status: 502 });
    const call = rejection(
      new QueryClient().fetchQuery({
        ...options,
        queryFn: (context) => {
          at.push(Date.now());
          return options.queryFn(context);
        },
      }),
    );
    await vi.advanceTimersByTimeAsync(60_000);
    const error = await call;
    expect(isLicenseError(error) && error.code).toBe('upstream');
    expect(sent).toHaveLength(3);
    const [first = 0, second = 0, third = 0] = at;
    expect(second - first).toBeGreaterThanOrEqual(500);
    expect(second - first).toBeLessThanOrEqual(1000);
    expect(third - second).toBeGreaterThanOrEqual(1000);
    expect(third - second).toBeLessThanOrEqual(2000);
  });

  it('wait as long as a failing server asks, and not at all where that is long', () => {
    vi.stubGlobal('window', {});
    const { retry, retryDelay } = licenseQueryOptions(connect().client, { licenseId: '1' });
    const failure = (retryAfterMs: number) =>
      new LicenseError({ code: 'upstream', status: 503, retryAfterMs });
    expect(retryDelay(0, failure(9000))).toBe(9000);
    expect([retry(0, failure(15_000)), retry(0, failure(16_000))]).toEqual([true, false]);
  });

  it('cancel the request when the query is cancelled', async () => {
    const { sandbox, client, sent, sample } = connect();
    sandbox.fault({ kind: 'stall' });
    const queryClient = new QueryClient();
    const options = licenseQueryOptions(client, sample('webex'));
    const call = rejection(queryClient.fetchQuery(options));
    await vi.advanceTimersByTimeAsync(100);
    await queryClient.cancelQueries({ queryKey: options.queryKey });
    expect(await call).toMatchObject({ message: 'CancelledError' });
    expect(sent[0]?.signal.aborted).toBe(true);
  });

  it('leave the host’s defaults alone', async () => {
    const { client, sample } = connect();
    const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: 5, gcTime: 6 } } });
    await queryClient.prefetchQuery(licenseQueryOptions(client, sample('webex')));
    expect(queryClient.getDefaultOptions()).toEqual({ queries: { staleTime: 5, gcTime: 6 } });
    expect(queryClient.getQueryCache().getAll()[0]?.options.gcTime).toBe(6);
  });

  it('let a license be fresh for a minute', async () => {
    const { client, sent, sample } = connect();
    const queryClient = new QueryClient();
    const get = () => queryClient.fetchQuery(licenseQueryOptions(client, sample('webex')));
    await get();
    await vi.advanceTimersByTimeAsync(59_000);
    await get();
    expect(sent).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1000);
    await get();
    expect(sent).toHaveLength(2);
  });
});

describe('remoteDataQueryOptions', () => {
  it('keep the vendor’s body a minute after its last use, as text that compares by value', async () => {
    const { client, sample } = connect();
    const queryClient = new QueryClient();
    const options = remoteDataQueryOptions(client, sample('salesforce'));
    const observer = new QueryObserver(queryClient, options);
    const leave = observer.subscribe(() => {});
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    const data = queryClient.getQueryData(options.queryKey);
    expect(data?.text).toContain('"attributes"');
    await observer.refetch();
    expect(queryClient.getQueryData(options.queryKey)).toBe(data);
    leave();
    await vi.advanceTimersByTimeAsync(59_000);
    expect(queryClient.getQueryCache().getAll()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(queryClient.getQueryCache().getAll()).toEqual([]);
  });

  it('are marked, so that a persister can leave every vendor’s body out', async () => {
    const { client, sample } = connect();
    const queryClient = new QueryClient();
    const params = sample('salesforce');
    await queryClient.prefetchQuery(licenseQueryOptions(client, params));
    await queryClient.prefetchQuery(licenseQueryOptions(client, { ...params, ignoreRemoteData: false }));
    await queryClient.prefetchQuery(remoteDataQueryOptions(client, params));
    const { queries } = dehydrate(queryClient, {
      shouldDehydrateQuery: (query) => defaultShouldDehydrateQuery(query) && !query.meta?.['hasRemoteData'],
    });
    expect(queries.map(({ queryKey }) => queryKey)).toEqual([licenseKeys.license('', params)]);
  });

  it('tell how far the body has come', async () => {
    const { client, sample } = connect();
    const onProgress = vi.fn<(progress: Progress) => void>();
    const data = await new QueryClient().fetchQuery(
      remoteDataQueryOptions(client, sample('webex'), onProgress),
    );
    expect(onProgress).toHaveBeenLastCalledWith(expect.objectContaining({ bytes: data.bytes }));
  });
});

describe('clearLicenseCache', () => {
  it('forgets one scope, and what is under way for it', async () => {
    const mine = connect({ scope: 'mine' });
    const theirs = connect({ scope: 'theirs' });
    const queryClient = new QueryClient();
    queryClient.setQueryData(['host'], 1);
    for (const { client, sample } of [mine, theirs]) {
      await queryClient.prefetchQuery(licenseQueryOptions(client, sample('webex')));
      await queryClient.prefetchQuery(remoteDataQueryOptions(client, sample('webex')));
    }
    mine.sandbox.fault({ kind: 'latency', latencyMs: 1000 });
    const late = rejection(
      queryClient.fetchQuery(licenseQueryOptions(mine.client, mine.sample('salesforce'))),
    );
    await vi.advanceTimersByTimeAsync(100);
    clearLicenseCache(queryClient, 'mine');
    expect(await late).toMatchObject({ message: 'CancelledError' });
    expect(mine.sent.at(-1)?.signal.aborted).toBe(true);
    await vi.advanceTimersByTimeAsync(5000);
    const scopes = queryClient
      .getQueryCache()
      .getAll()
      .map(({ queryKey }) => queryKey[2] ?? queryKey[0]);
    expect(scopes).toEqual(['host', 'theirs', 'theirs']);
  });
});
