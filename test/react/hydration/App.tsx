import {
  type DehydratedState,
  HydrationBoundary,
  QueryClient,
  QueryClientProvider,
} from '@tanstack/react-query';
import { type ReactNode, StrictMode, useState, useSyncExternalStore } from 'react';
import type { LicenseClient, LicenseParams } from '../../../src/client/index.ts';
import { LicenseCard } from '../../../src/components/index.ts';
import { LicenseProvider } from '../../../src/react/index.ts';

/** The page that a server renders and a browser hydrates. */
export function App({
  client,
  cards,
  state,
}: {
  client: LicenseClient;
  cards: LicenseParams[];
  state: DehydratedState;
}): ReactNode {
  const [queryClient] = useState(() => new QueryClient());
  const isHydrated = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  return (
    <StrictMode>
      <main data-hydrated={isHydrated}>
        <QueryClientProvider client={queryClient}>
          <HydrationBoundary state={state}>
            <LicenseProvider client={client}>
              {cards.map((params) => (
                <LicenseCard key={params.licenseId} {...params} />
              ))}
            </LicenseProvider>
          </HydrationBoundary>
        </QueryClientProvider>
      </main>
    </StrictMode>
  );
}
