import { createHmac, timingSafeEqual } from 'node:crypto';
import 'server-only';
import { type User, users } from './users';

/** Stands for your own login: a cookie with the user's id, signed. */
export const sessionCookie = 'session';

export function seal(userId: string): string {
  return `${userId}.${signatureOf(userId)}`;
}

/** The user whom a session cookie names, if its signature is ours. */
export function userOf(cookie: string | undefined): User | undefined {
  const [userId = '', signature = ''] = cookie?.split('.') ?? [];
  const [given, ours] = [Buffer.from(signature), Buffer.from(signatureOf(userId))];
  if (given.length !== ours.length || !timingSafeEqual(given, ours)) return undefined;
  return users.find(({ id }) => id === userId);
}

function signatureOf(userId: string): string {
  const secret = process.env.SESSION_SECRET;
  if (!secret) throw new Error('Set SESSION_SECRET: it signs the session cookie.');
  return createHmac('sha256', secret).update(userId).digest('base64url');
}
