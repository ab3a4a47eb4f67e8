import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { LicenseCard, LicenseProvider } from 'truto-license-kit';
import { createLicenseClient } from 'truto-license-kit/client';
import { clearLicenseCache } from 'truto-license-kit/query';
import type { User } from '../users.ts';
import { Button } from './Button.tsx';
import { sessionQuery, signIn, signOut } from './session.ts';

export function App() {
  const queryClient = useQueryClient();
  const { data: user, isPending } = useQuery(sessionQuery);
  const enter = useMutation({
    mutationFn: signIn,
    onSuccess: (next) => queryClient.setQueryData(sessionQuery.queryKey, next),
  });
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: (next) => {
      queryClient.setQueryData(sessionQuery.queryKey, next);
      if (user) clearLicenseCache(queryClient, user.id);
    },
  });

  if (isPending) return null;
  return (
    <main className="mx-auto grid max-w-4xl gap-6 p-6">
      <header className="flex items-center justify-between gap-4">
        <h1 className="text-2xl font-semibold tracking-tight">Licenses{user ? ` of ${user.name}` : ''}</h1>
        <div className="flex gap-2">
          <Button variant="outline" onClick={() => document.documentElement.classList.toggle('dark')}>
            Light or dark
          </Button>
          {user ? (
            <Button onClick={() => leave.mutate()}>Sign out</Button>
          ) : (
            <>
              <Button onClick={() => enter.mutate('ada')}>Sign in as Ada</Button>
              <Button onClick={() => enter.mutate('grace')}>Sign in as Grace</Button>
            </>
          )}
        </div>
      </header>
      {user ? <Licenses key={user.id} user={user} /> : null}
    </main>
  );
}

function Licenses({ user }: { user: User }) {
  const client = useMemo(() => createLicenseClient({ baseUrl: '/api/truto', scope: user.id }), [user.id]);
  return (
    <LicenseProvider client={client}>
      <div className="grid items-start gap-4 md:grid-cols-2">
        {user.licenseIds.map((licenseId) => (
          <LicenseCard key={licenseId} licenseId={licenseId} vendor={user.vendor} headingLevel={2} />
        ))}
      </div>
    </LicenseProvider>
  );
}
