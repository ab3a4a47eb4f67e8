import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { headers } from 'next/headers';
import { LicenseCard } from 'truto-license-kit';
import { createLicenseClient } from 'truto-license-kit/client';
import { licenseQueryOptions } from 'truto-license-kit/query';
import { proxy } from '@/lib/truto';
import type { User } from '@/lib/users';

/**
 * A card whose license is fetched while the page is rendered: by the proxy itself, without a request over the network,
 * and with the visitor's cookie, so that the same `authorize` decides.
 */
export async function PrefetchedCard({ user, licenseId }: { user: User; licenseId: string }) {
  const cookie = (await headers()).get('cookie') ?? '';
  const client = createLicenseClient({
    baseUrl: 'http://localhost/api/truto',
    fetch: (request) => proxy(new Request(request)),
    headers: { cookie },
    scope: user.id,
  });
  const queryClient = new QueryClient();
  await queryClient.prefetchQuery(licenseQueryOptions(client, { licenseId }));
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <LicenseCard licenseId={licenseId} vendor={user.vendor} headingLevel={2} />
    </HydrationBoundary>
  );
}
