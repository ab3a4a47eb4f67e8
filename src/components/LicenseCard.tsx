'use client';
import { hashKey, QueryObserver } from '@tanstack/react-query';
import { type ComponentPropsWithoutRef, forwardRef, useCallback, useEffect, useState } from 'react';
import type { LicenseClient, LicenseError, LicenseParams, LicenseResult } from '../client/index.ts';
import { remoteDataQueryOptions } from '../query/index.ts';
import { useLicense, useLicenseSettings } from '../react/index.ts';
import { useClients } from '../react/clients.ts';
import { formatCount } from './intl.ts';
import type { LoadRemoteData } from './LicenseContext.ts';
import { LicenseView, type LicenseViewOptions } from './LicenseView.tsx';

export interface LicenseCardProps
  extends Omit<ComponentPropsWithoutRef<'article'>, 'children'>, LicenseParams, LicenseViewOptions {
  /** The client to ask; the provider's unless given. */
  client?: LicenseClient | undefined;
  /** Asks again, less and less often, while a product is `pending`. */
  refreshWhilePending?: boolean | undefined;
}

const wholeResult = (result: LicenseResult) => result;

/**
 * Fetches one license and shows it: `useLicense` and `LicenseView`. The vendor's own body is fetched when
 * the Raw tab is opened.
 *
 * @example
 * <LicenseCard licenseId="1234" integratedAccountId={account.id} vendor="salesforce" />
 */
export const LicenseCard = /* @__PURE__ */ forwardRef<HTMLElement, LicenseCardProps>(function LicenseCard(
  {
    licenseId,
    integratedAccountId,
    organizations,
    includeAssignedTo,
    excludeFields,
    ignoreRemoteData,
    remoteQuery,
    client: ownClient,
    refreshWhilePending,
    ...view
  },
  ref,
) {
  const params = useStable({
    licenseId,
    integratedAccountId,
    organizations,
    includeAssignedTo,
    excludeFields,
    ignoreRemoteData,
    remoteQuery,
  });
  const { client, queryClient, appWide } = useClients(ownClient);
  const { data, error, isFetching, isPending, dataUpdatedAt, refetch, errorUpdateCount } = useLicense(
    params,
    {
      client,
      refreshWhilePending,
      select: wholeResult,
      // Of another license nothing stays, whatever the app has its queries do.
      placeholderData: () => undefined,
    },
  );

  const { locale } = useLicenseSettings();
  // What the first number in another language than English takes a browser passes while the answer is on its way.
  useEffect(() => {
    setTimeout(formatCount, 0, 0, locale);
  }, [locale]);

  // Trying again forgets the error; the card goes on showing it until there is something better to show.
  const [lastError, setLastError] = useState<LicenseError | null>(null);
  if (error && error !== lastError) setLastError(error);
  const shownError = error ?? (isPending && errorUpdateCount > 0 ? lastError : null);

  const loadRemoteData = useCallback<LoadRemoteData>(
    async ({ signal, onProgress }) => {
      const options = { ...remoteDataQueryOptions(client, params, onProgress), ...appWide };
      // Who leaves ends the request, unless another card waits for the same body.
      const leave = new QueryObserver(queryClient, { ...options, enabled: false }).subscribe(() => {});
      signal.addEventListener('abort', leave);
      try {
        const data = await queryClient.fetchQuery(options);
        return { ...data, fetchedAt: queryClient.getQueryState(options.queryKey)?.dataUpdatedAt };
      } finally {
        leave();
      }
    },
    [queryClient, client, params, appWide],
  );

  return (
    <LicenseView
      ref={ref}
      {...view}
      license={data?.license}
      licenseId={licenseId}
      issues={data?.issues}
      error={shownError}
      fetchedAt={data && dataUpdatedAt}
      isRefreshing={isFetching && (data !== undefined || shownError !== null)}
      onRefresh={refetch}
      loadRemoteData={loadRemoteData}
    />
  );
});

/** The same object until its content differs, so that parameters written in place do not look new. */
function useStable(params: LicenseParams): LicenseParams {
  const [stable, setStable] = useState(params);
  if (hashKey([params]) === hashKey([stable])) return stable;
  setStable(params);
  return params;
}
