'use client';
import { type QueryClient, QueryClientContext } from '@tanstack/react-query';
import { useContext } from 'react';
import type { LicenseClient } from '../client/index.ts';
import { useLicenseSettings } from './settings.ts';

interface Clients {
  client: LicenseClient;
  queryClient: QueryClient;
  /** What the app has decided for all its queries, and means for the kit's too; the same object each time. */
  appWide: { readonly retry?: false };
}

const asUsual = {};
/** As in tests. */
const triedOnce = { retry: false } as const;

/** The client and the cache that a hook works with. Throws a text for developers where one is missing. */
export function useClients(ownClient?: LicenseClient): Clients {
  const settings = useLicenseSettings();
  const host = useContext(QueryClientContext);
  const client = ownClient ?? settings.client;
  if (!client) {
    throw new Error(
      'No license client was found. Put <LicenseProvider client={createLicenseClient({ baseUrl })}> around this component, or give the hook a client option.',
    );
  }
  const queryClient = settings.queryClient ?? host;
  if (!queryClient) {
    throw new Error(
      'No QueryClient was found. Put <LicenseProvider> or <QueryClientProvider> around this component. If there is one, two copies of @tanstack/react-query are installed: have the bundler use one, in Vite with resolve.dedupe.',
    );
  }
  const { retry } = queryClient.getDefaultOptions().queries ?? {};
  return { client, queryClient, appWide: retry === false ? triedOnce : asUsual };
}
