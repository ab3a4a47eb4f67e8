import { QueryClient, queryOptions, useQueries, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  createLicenseClient,
  isLicenseError,
  type License,
  type LicenseClientOptions,
  type LicenseError,
  type LicenseErrorCode,
  type LicenseIssue,
  type LicenseParams,
  type LicenseResult,
  type RemoteData,
} from '../../src/client/index.ts';
import { licenseKeys, licenseQueryOptions, remoteDataQueryOptions } from '../../src/query/index.ts';
import { useLicense, useRemoteData, useSuspenseLicense } from '../../src/react/index.ts';

const params: LicenseParams = { licenseId: '1' };
const client = createLicenseClient({ baseUrl: 'https://host.example' });
const queryClient = new QueryClient();

// Compiled, never called: hooks run while rendering alone.
const usePlain = () => useLicense(params);
const useSelected = () => useLicense(params, { select: ({ issues }) => issues });
const useInitial = () => useLicense(params, { initialData: { license: { id: '1' }, issues: [] } });
const useInitialSelected = () =>
  useLicense(params, {
    initialData: () => ({ license: { id: '1' }, issues: [] }),
    select: ({ license }) => license.name,
  });
const useNow = () => useSuspenseLicense(params);
const useNowSelected = () => useSuspenseLicense(params, { select: ({ requestId }) => requestId });
const useRemote = () => useRemoteData(params);
const useRemoteSelected = () => useRemoteData(params, { select: ({ bytes }) => bytes });
const useOptions = () => useQuery(licenseQueryOptions(client, params));
const useOptionsSelected = () =>
  useQuery({ ...licenseQueryOptions(client, params), select: ({ license }) => license.status });
const useOptionsNow = () => useSuspenseQuery(remoteDataQueryOptions(client, params));
const useMany = () =>
  useQueries({ queries: [licenseQueryOptions(client, params), remoteDataQueryOptions(client, params)] });
const useWrapped = () => useQuery(queryOptions(licenseQueryOptions(client, params)));

type Data<Hook extends () => { data: unknown }> = ReturnType<Hook>['data'];

describe('hooks', () => {
  it('give a license, and with select what it answers', () => {
    expectTypeOf<Data<typeof usePlain>>().toEqualTypeOf<License | undefined>();
    expectTypeOf<Data<typeof useSelected>>().toEqualTypeOf<readonly LicenseIssue[] | undefined>();
    expectTypeOf<Data<typeof useNow>>().toEqualTypeOf<License>();
    expectTypeOf<Data<typeof useNowSelected>>().toEqualTypeOf<string | undefined>();
    expectTypeOf<Data<typeof useRemote>>().toEqualTypeOf<RemoteData | undefined>();
    expectTypeOf<Data<typeof useRemoteSelected>>().toEqualTypeOf<number | undefined>();
    expectTypeOf<ReturnType<typeof usePlain>['error']>().toEqualTypeOf<LicenseError | null>();
  });

  it('always have data where initial data is given', () => {
    expectTypeOf<Data<typeof useInitial>>().toEqualTypeOf<License>();
    expectTypeOf<Data<typeof useInitialSelected>>().toEqualTypeOf<License['name']>();
  });

  it('take no key and no function of the caller’s own', () => {
    type Options = NonNullable<Parameters<typeof useLicense>[1]>;
    expectTypeOf<Options>().not.toHaveProperty('queryKey');
    expectTypeOf<Options>().not.toHaveProperty('queryFn');
    expectTypeOf<Options>().toHaveProperty('refreshWhilePending');
  });
});

describe('query options', () => {
  it('serve every hook of TanStack Query', () => {
    expectTypeOf<ReturnType<typeof useOptions>['error']>().toEqualTypeOf<LicenseError | null>();
    expectTypeOf<Data<typeof useOptions>>().toEqualTypeOf<LicenseResult | undefined>();
    expectTypeOf<Data<typeof useOptionsSelected>>().toEqualTypeOf<License['status']>();
    expectTypeOf<Data<typeof useOptionsNow>>().toEqualTypeOf<RemoteData>();
    expectTypeOf<Data<typeof useWrapped>>().toEqualTypeOf<LicenseResult | undefined>();
    type Results = ReturnType<typeof useMany>;
    expectTypeOf<Results[0]['data']>().toEqualTypeOf<LicenseResult | undefined>();
    expectTypeOf<Results[0]['error']>().toEqualTypeOf<LicenseError | null>();
    expectTypeOf<Results[1]['data']>().toEqualTypeOf<RemoteData | undefined>();
  });

  it('carry the type of their data in the key', () => {
    const cached = queryClient.getQueryData(licenseKeys.license('', params));
    expectTypeOf(cached).toEqualTypeOf<LicenseResult | undefined>();
    expectTypeOf(queryClient.getQueryData(remoteDataQueryOptions(client, params).queryKey)).toEqualTypeOf<
      RemoteData | undefined
    >();
    expect(cached).toBeUndefined();
    const ensure = () => queryClient.ensureQueryData(licenseQueryOptions(client, params));
    expectTypeOf<Awaited<ReturnType<typeof ensure>>>().toEqualTypeOf<LicenseResult>();
  });
});

describe('the client', () => {
  it('has no option that takes an API token', () => {
    for (const name of ['token', 'apiToken', 'apiKey', 'accessToken'] as const) {
      expectTypeOf<LicenseClientOptions>().not.toHaveProperty(name);
    }
    expectTypeOf<keyof LicenseClientOptions>().toEqualTypeOf<
      'baseUrl' | 'fetch' | 'getToken' | 'headers' | 'scope' | 'timeoutMs' | 'maxBytes' | 'concurrency'
    >();
  });

  it('takes parameters that may be undefined, and refuses what is no JSON', () => {
    const loose: { organizations: string | undefined } = { organizations: undefined };
    expectTypeOf({ licenseId: '1', ...loose }).toExtend<LicenseParams>();
    expectTypeOf<{ licenseId: string; remoteQuery: { a: Date } }>().not.toExtend<LicenseParams>();
    expectTypeOf<{ licenseId: string; remoteQuery: { a: bigint } }>().not.toExtend<LicenseParams>();
    expectTypeOf<object>().not.toExtend<LicenseParams>();
  });

  it('tells errors apart', () => {
    const error: unknown = new Error();
    if (isLicenseError(error)) expectTypeOf(error.code).toEqualTypeOf<LicenseErrorCode>();
    expectTypeOf<LicenseError['isRemote']>().toEqualTypeOf<boolean>();
  });
});
