import { randomBytes } from 'node:crypto';
import process from 'node:process';
import { createCookie } from 'react-router';
import { type User, users } from './users.server';

/** Stands for your own login: a cookie with the user's id, signed. */
export const sessionCookie = createCookie('session', {
  httpOnly: true,
  sameSite: 'lax',
  secure: process.env['NODE_ENV'] === 'production',
  // Without one of your own, everybody is signed out when the server starts again.
  secrets: [process.env['SESSION_SECRET'] ?? randomBytes(32).toString('hex')],
});

export async function currentUser(request: Request): Promise<User | undefined> {
  const userId: unknown = await sessionCookie.parse(request.headers.get('cookie'));
  return users.find(({ id }) => id === userId);
}
