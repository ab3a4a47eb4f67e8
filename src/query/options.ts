import type { QueryClient, QueryFunction, ThrowOnError } from '@tanstack/react-query';
import {
  isLicenseError,
  type LicenseClient,
  type LicenseError,
  type LicenseParams,
  type LicenseResult,
  type Progress,
  type RemoteData,
} from '../client/index.ts';
import { licenseKeys, type LicenseQueryKey, type RemoteDataQueryKey } from './keys.ts';

/** Marks a query whose data holds the vendor's own body, so that a persister can leave it out. */
export interface LicenseQueryMeta extends Record<string, unknown> {
  readonly hasRemoteData: boolean;
}

interface SharedQueryOptions {
  /** One minute: a card that appears again soon asks nothing. */
  staleTime: number;
  retry: (failureCount: number, error: LicenseError) => boolean;
  retryDelay: (failureCount: number, error: LicenseError) => number;
  meta: LicenseQueryMeta;
  gcTime?: number;
}

/** What {@link licenseQueryOptions} answers. */
export interface LicenseQueryOptions extends SharedQueryOptions {
  queryKey: LicenseQueryKey;
  queryFn: QueryFunction<LicenseResult, LicenseQueryKey>;
  /** Left to the host. Tells `useQueries` the type of the error. */
  throwOnError?: ThrowOnError<LicenseResult, LicenseError, LicenseResult, LicenseQueryKey>;
}

/** What {@link remoteDataQueryOptions} answers. */
export interface RemoteDataQueryOptions extends SharedQueryOptions {
  queryKey: RemoteDataQueryKey;
  queryFn: QueryFunction<RemoteData, RemoteDataQueryKey>;
  /** Left to the host. Tells `useQueries` the type of the error. */
  throwOnError?: ThrowOnError<RemoteData, LicenseError, RemoteData, RemoteDataQueryKey>;
}

const retries = 2;
const longestRetryDelayMs = 15_000;

/** Vendors' bodies may be private: they leave the cache a minute after the last look. */
const remoteDataGcTime = 60_000;

/**
 * TanStack Query options for one license: for hooks, loaders and servers.
 *
 * Failures that may pass are tried twice more: 408, 5xx but a blocked account, and network faults. Never a 429, for
 * which the client itself waits, and never on a server.
 *
 * @example
 * await queryClient.prefetchQuery(licenseQueryOptions(client, { licenseId, integratedAccountId }));
 */
export function licenseQueryOptions(client: LicenseClient, params: LicenseParams): LicenseQueryOptions {
  return {
    ...shared(params.ignoreRemoteData === false),
    queryKey: licenseKeys.license(client.scope, params),
    queryFn: ({ signal }) => client.license(params, { signal }),
  };
}

/**
 * TanStack Query options for the vendor's own body, as text. It leaves the cache one minute after its last use, and
 * its `meta.hasRemoteData` lets a persister leave it out.
 *
 * @param onProgress told how far the body has arrived, where these very options start the request
 * @example
 * dehydrate(queryClient, {
 *   shouldDehydrateQuery: (query) => defaultShouldDehydrateQuery(query) && !query.meta?.hasRemoteData,
 * });
 */
export function remoteDataQueryOptions(
  client: LicenseClient,
  params: LicenseParams,
  onProgress?: (progress: Progress) => void,
): RemoteDataQueryOptions {
  return {
    ...shared(true),
    queryKey: licenseKeys.remoteData(client.scope, params),
    queryFn: ({ signal }) => client.remoteData(params, { signal, onProgress }),
  };
}

/**
 * Forgets everything of one scope, as at a sign-out: what is cached is removed, what is under way is cancelled.
 *
 * @example
 * clearLicenseCache(queryClient, tenant.id);
 */
export function clearLicenseCache(queryClient: QueryClient, scope: string): void {
  queryClient.removeQueries({ queryKey: licenseKeys.all(scope) });
}

function shared(hasRemoteData: boolean): SharedQueryOptions {
  return {
    staleTime: 60_000,
    ...(hasRemoteData ? { gcTime: remoteDataGcTime } : {}),
    retry: (failureCount, error) => failureCount < retries && typeof window !== 'undefined' && mayPass(error),
    retryDelay: (failureCount, { retryAfterMs = 0 }) =>
      Math.max(retryAfterMs, 1000 * 2 ** failureCount * (0.5 + Math.random() / 2)),
    meta: { hasRemoteData },
  };
}

function mayPass(error: LicenseError): boolean {
  if (!isLicenseError(error) || (error.retryAfterMs ?? 0) > longestRetryDelayMs) return false;
  return error.code === 'upstream' || error.code === 'network' || error.status === 408;
}
