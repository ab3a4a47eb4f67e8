'use client';
import { useQuery, type UseQueryOptions, type UseQueryResult } from '@tanstack/react-query';
import type { LicenseClient, LicenseError, LicenseParams, Progress, RemoteData } from '../client/index.ts';
import { remoteDataQueryOptions, type RemoteDataQueryKey } from '../query/index.ts';
import { useClients } from './clients.ts';

/** Options of {@link useRemoteData}: TanStack's own, with `client` and `onProgress`. */
export interface UseRemoteDataOptions<TData = RemoteData> extends Omit<
  UseQueryOptions<RemoteData, LicenseError, TData, RemoteDataQueryKey>,
  'queryKey' | 'queryFn'
> {
  /** The client to ask; the provider's unless given. */
  readonly client?: LicenseClient | undefined;
  /** Told how far the body has arrived, where this hook starts the request. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/**
 * The vendor's own body of one license, as exact text. Give `enabled: false` until somebody wants to see it: it may
 * hold license keys and people's addresses.
 *
 * @throws (while rendering) where there is no client or no QueryClient
 */
export function useRemoteData<TData = RemoteData>(
  params: LicenseParams,
  { client: ownClient, onProgress, ...options }: UseRemoteDataOptions<TData> = {},
): UseQueryResult<TData, LicenseError> {
  const { client, queryClient, appWide } = useClients(ownClient);
  return useQuery(
    { ...remoteDataQueryOptions(client, params, onProgress), ...appWide, ...options },
    queryClient,
  );
}
