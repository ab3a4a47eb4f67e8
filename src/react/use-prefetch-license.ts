'use client';
import { useCallback } from 'react';
import type { LicenseClient, LicenseParams } from '../client/index.ts';
import { licenseQueryOptions } from '../query/index.ts';
import { useClients } from './clients.ts';

/**
 * A function that gets a license into the cache before it is shown. It never rejects.
 *
 * @throws (while rendering) where there is no client or no QueryClient
 * @example
 * const prefetch = usePrefetchLicense();
 * <a onPointerEnter={() => prefetch({ licenseId, integratedAccountId })} />
 */
export function usePrefetchLicense(ownClient?: LicenseClient): (params: LicenseParams) => Promise<void> {
  const { client, queryClient } = useClients(ownClient);
  return useCallback(
    (params) => queryClient.prefetchQuery(licenseQueryOptions(client, params)),
    [client, queryClient],
  );
}
