'use server';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { seal, sessionCookie } from '@/lib/session';
import { users } from '@/lib/users';

export async function signIn(form: FormData): Promise<void> {
  const user = users.find(({ id }) => id === form.get('user'));
  if (user) {
    const secure = process.env.NODE_ENV === 'production';
    (await cookies()).set(sessionCookie, seal(user.id), { httpOnly: true, sameSite: 'lax', secure });
  }
  redirect('/');
}

export async function signOut(): Promise<void> {
  (await cookies()).delete(sessionCookie);
  redirect('/');
}
