'use client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { LicenseProvider } from 'truto-license-kit';
import { createLicenseClient } from 'truto-license-kit/client';

/** One cache and one client a user: give it the user's id as `key` too. */
export function Providers({ userId, children }: { userId: string; children: ReactNode }) {
  const [queryClient] = useState(() => new QueryClient());
  const [client] = useState(() => createLicenseClient({ baseUrl: '/api/truto', scope: userId }));
  return (
    <QueryClientProvider client={queryClient}>
      <LicenseProvider client={client}>{children}</LicenseProvider>
    </QueryClientProvider>
  );
}
