import { cookies } from 'next/headers';
import { Suspense } from 'react';
import { LicenseView } from 'truto-license-kit';
import { sessionCookie, userOf } from '@/lib/session';
import { users } from '@/lib/users';
import { signIn, signOut } from './actions';
import { PrefetchedCard } from './prefetched-card';
import { Providers } from './providers';

export default async function Page() {
  const user = userOf((await cookies()).get(sessionCookie)?.value);
  if (!user) return <SignIn />;

  const [first, ...others] = user.licenseIds;
  return (
    <Providers key={user.id} userId={user.id}>
      <header>
        <h1>Licenses of {user.name}</h1>
        <form action={signOut}>
          <button>Sign out</button>
        </form>
      </header>
      <main className="licenses">
        {/* In the first HTML. The others follow in the same answer, each as soon as it is there. */}
        <PrefetchedCard user={user} licenseId={first} />
        {others.map((licenseId) => (
          <Suspense
            key={licenseId}
            fallback={<LicenseView licenseId={licenseId} vendor={user.vendor} headingLevel={2} />}
          >
            <PrefetchedCard user={user} licenseId={licenseId} />
          </Suspense>
        ))}
      </main>
    </Providers>
  );
}

function SignIn() {
  return (
    <main>
      <h1>Licenses</h1>
      <form action={signIn}>
        {users.map(({ id, name }) => (
          <button key={id} name="user" value={id}>
            Sign in as {name}
          </button>
        ))}
      </form>
    </main>
  );
}
