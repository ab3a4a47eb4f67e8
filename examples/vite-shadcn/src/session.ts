import { queryOptions } from '@tanstack/react-query';
import type { User } from '../users.ts';

async function ask(path: string, method: string): Promise<User | null> {
  const response = await fetch(`/api/session${path}`, { method });
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return response.json();
}

export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: () => ask('', 'GET') });
export const signIn = (userId: string) => ask(`/${userId}`, 'PUT');
export const signOut = () => ask('', 'DELETE');
