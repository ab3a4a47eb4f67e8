import {
  dehydrate,
  type DehydratedState,
  HydrationBoundary,
  QueryClient,
  QueryClientProvider,
} from '@tanstack/react-query';
import { type ReactNode, Suspense, useState } from 'react';
import { Await, Form, redirect } from 'react-router';
import { LicenseCard, LicenseProvider, LicenseView } from 'truto-license-kit';
import { createLicenseClient } from 'truto-license-kit/client';
import { licenseQueryOptions } from 'truto-license-kit/query';
import { currentUser, sessionCookie } from '../session.server';
import { serverClient } from '../truto.server';
import { type User, users } from '../users.server';
import type { Route } from './+types/licenses';

export const meta: Route.MetaFunction = () => [{ title: 'Licenses' }];

export async function loader({ request }: Route.LoaderArgs) {
  const user = await currentUser(request);
  if (!user) return { user, names: users.map(({ id, name }) => ({ id, name })) };

  const client = serverClient(request, user.id);
  async function prefetch(licenseId: string): Promise<DehydratedState> {
    const queryClient = new QueryClient();
    await queryClient.prefetchQuery(licenseQueryOptions(client, { licenseId }));
    return dehydrate(queryClient);
  }
  const [firstId, ...otherIds] = user.licenseIds;
  return {
    user,
    first: { licenseId: firstId, state: await prefetch(firstId) },
    // Not awaited: the page starts without them, and they follow in the same answer.
    others: otherIds.map((licenseId) => ({ licenseId, state: prefetch(licenseId) })),
  };
}

export async function action({ request }: Route.ActionArgs) {
  const userId = (await request.formData()).get('user');
  const value = users.some(({ id }) => id === userId) ? userId : '';
  throw redirect('/', { headers: { 'set-cookie': await sessionCookie.serialize(value) } });
}

export default function Licenses({ loaderData }: Route.ComponentProps) {
  if (!loaderData.user) return <SignIn names={loaderData.names} />;
  const { user, first, others } = loaderData;
  return (
    <Providers key={user.id} user={user}>
      <header>
        <h1>Licenses of {user.name}</h1>
        <Form method="post">
          <button>Sign out</button>
        </Form>
      </header>
      <main className="licenses">
        <HydrationBoundary state={first.state}>
          <LicenseCard licenseId={first.licenseId} vendor={user.vendor} headingLevel={2} />
        </HydrationBoundary>
        {others.map(({ licenseId, state }) => (
          <Suspense
            key={licenseId}
            fallback={<LicenseView licenseId={licenseId} vendor={user.vendor} headingLevel={2} />}
          >
            <Await resolve={state}>
              {(resolved) => (
                <HydrationBoundary state={resolved}>
                  <LicenseCard licenseId={licenseId} vendor={user.vendor} headingLevel={2} />
                </HydrationBoundary>
              )}
            </Await>
          </Suspense>
        ))}
      </main>
    </Providers>
  );
}

/** One cache and one client a user. */
function Providers({ user, children }: { user: User; children: ReactNode }) {
  const [queryClient] = useState(() => new QueryClient());
  const [client] = useState(() => createLicenseClient({ baseUrl: '/api/truto', scope: user.id }));
  return (
    <QueryClientProvider client={queryClient}>
      <LicenseProvider client={client}>{children}</LicenseProvider>
    </QueryClientProvider>
  );
}

function SignIn({ names }: { names: Pick<User, 'id' | 'name'>[] }) {
  return (
    <main>
      <h1>Licenses</h1>
      <Form method="post">
        {names.map(({ id, name }) => (
          <button key={id} name="user" value={id}>
            Sign in as {name}
          </button>
        ))}
      </Form>
    </main>
  );
}
