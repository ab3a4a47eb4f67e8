'use client';
import {
  type DefinedUseQueryResult,
  useQuery,
  type UseQueryOptions,
  type UseQueryResult,
  useSuspenseQuery,
  type UseSuspenseQueryOptions,
  type UseSuspenseQueryResult,
} from '@tanstack/react-query';
import { useRef } from 'react';
import type { License, LicenseClient, LicenseError, LicenseParams, LicenseResult } from '../client/index.ts';
import { licenseQueryOptions, type LicenseQueryKey } from '../query/index.ts';
import { useClients } from './clients.ts';

interface OwnOptions {
  /** The client to ask; the provider's unless given. */
  readonly client?: LicenseClient | undefined;
  /**
   * Asks again while a product is `pending`: after 5 seconds, then less and less often, at most once a minute. Stops
   * when nothing is pending, and while the page is hidden.
   */
  readonly refreshWhilePending?: boolean | undefined;
}

/**
 * Options of {@link useLicense}: TanStack's own, with `client` and `refreshWhilePending`. `select` receives the whole
 * {@link LicenseResult}, with `issues` and `requestId`.
 */
export interface UseLicenseOptions<TData = License>
  extends
    Omit<UseQueryOptions<LicenseResult, LicenseError, TData, LicenseQueryKey>, 'queryKey' | 'queryFn'>,
    OwnOptions {}

/** Options of {@link useSuspenseLicense}. */
export interface UseSuspenseLicenseOptions<TData = License>
  extends
    Omit<
      UseSuspenseQueryOptions<LicenseResult, LicenseError, TData, LicenseQueryKey>,
      'queryKey' | 'queryFn'
    >,
    OwnOptions {}

/** Options of {@link useLicense} that have data from the start. */
export type DefinedUseLicenseOptions<TData = License> = UseLicenseOptions<TData> & {
  readonly initialData: LicenseResult | (() => LicenseResult);
};

/**
 * One license, cached: a `useQuery` whose `data` is the license. All components that ask for the same license share
 * one request.
 *
 * @throws (while rendering) where there is no client or no QueryClient
 * @example
 * const { data, error, isPending } = useLicense({ licenseId, integratedAccountId });
 * const issues = useLicense({ licenseId }, { select: (result) => result.issues }).data;
 */
export function useLicense<TData = License>(
  params: LicenseParams,
  options: DefinedUseLicenseOptions<TData>,
): DefinedUseQueryResult<TData, LicenseError>;
export function useLicense<TData = License>(
  params: LicenseParams,
  options?: UseLicenseOptions<TData>,
): UseQueryResult<TData, LicenseError>;
export function useLicense(
  params: LicenseParams,
  { client: ownClient, refreshWhilePending, ...options }: UseLicenseOptions<unknown> = {},
): UseQueryResult<unknown, LicenseError> {
  const { client, queryClient, appWide } = useClients(ownClient);
  const refresh = useRefreshWhilePending(refreshWhilePending);
  return useQuery(
    { ...licenseQueryOptions(client, params), select: licenseOf, ...appWide, ...options, ...refresh },
    queryClient,
  );
}

/**
 * {@link useLicense} for Suspense: `data` is always there, and an error goes to the nearest error boundary.
 *
 * @throws (while rendering) where there is no client or no QueryClient
 */
export function useSuspenseLicense<TData = License>(
  params: LicenseParams,
  options?: UseSuspenseLicenseOptions<TData>,
): UseSuspenseQueryResult<TData, LicenseError>;
export function useSuspenseLicense(
  params: LicenseParams,
  { client: ownClient, refreshWhilePending, ...options }: UseSuspenseLicenseOptions<unknown> = {},
): UseSuspenseQueryResult<unknown, LicenseError> {
  const { client, queryClient, appWide } = useClients(ownClient);
  const refresh = useRefreshWhilePending(refreshWhilePending);
  return useSuspenseQuery(
    { ...licenseQueryOptions(client, params), select: licenseOf, ...appWide, ...options, ...refresh },
    queryClient,
  );
}

const licenseOf = ({ license }: LicenseResult): License => license;

const firstIntervalMs = 5_000;
const longestIntervalMs = 60_000;

interface Counted {
  readonly state: {
    readonly data: LicenseResult | undefined;
    readonly dataUpdateCount: number;
    readonly errorUpdateCount: number;
  };
}

function useRefreshWhilePending(isWanted: boolean | undefined) {
  /** How many answers had come when a product was first seen pending. */
  const since = useRef<number | undefined>(undefined);
  if (!isWanted) return undefined;
  return {
    refetchIntervalInBackground: false,
    refetchInterval: ({ state }: Counted): number | false => {
      const isPending =
        state.data?.license.products?.some((product) => product.status === 'pending') ?? false;
      const answers = state.dataUpdateCount + state.errorUpdateCount;
      since.current = isPending ? (since.current ?? answers) : undefined;
      if (since.current === undefined) return false;
      return Math.min(longestIntervalMs, firstIntervalMs * 2 ** (answers - since.current));
    },
  };
}
