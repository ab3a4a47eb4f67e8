import { randomBytes } from 'node:crypto';
import process from 'node:process';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { deleteCookie, setSignedCookie } from 'hono/cookie';
import { parseSigned } from 'hono/utils/cookie';
import { createSandbox } from 'truto-license-kit/sandbox';
import { createLicenseProxy } from 'truto-license-kit/server';
import { type User, users } from './users.ts';

const port = Number(process.env['PORT'] ?? 3000);
const token = process.env['TRUTO_API_TOKEN'];
/** Without one of your own, everybody is signed out when the server starts again. */
const sessionSecret = process.env['SESSION_SECRET'] ?? randomBytes(32).toString('hex');
const sandbox = createSandbox();

/** Stands for your own login. */
async function currentUser(request: Request): Promise<User | undefined> {
  const cookies = await parseSigned(request.headers.get('cookie') ?? '', sessionSecret, 'session');
  return users.find(({ id }) => id === cookies['session']);
}

/** Holds the API token, and lets each user read the licenses of the user's own account. */
const proxy = createLicenseProxy({
  token: token ?? sandbox.token,
  fetch: token ? undefined : sandbox.fetch,
  authorize: async ({ request }) => {
    const user = await currentUser(request);
    if (!user) return new Response(null, { status: 401 });
    return { integratedAccountId: user.integratedAccountId, user: user.id };
  },
});

const app = new Hono()
  .get('/api/truto/*', ({ req }) => proxy(req.raw))
  .get('/api/session', async (context) => context.json((await currentUser(context.req.raw)) ?? null))
  .put('/api/session/:userId', async (context) => {
    const user = users.find(({ id }) => id === context.req.param('userId'));
    if (!user) return context.notFound();
    await setSignedCookie(context, 'session', user.id, sessionSecret, { httpOnly: true, sameSite: 'Lax' });
    return context.json(user);
  })
  .delete('/api/session', (context) => {
    deleteCookie(context, 'session');
    return context.json(null);
  })
  // The built app; while developing, Vite serves the sources.
  .use(serveStatic({ root: 'dist' }));

serve({ fetch: app.fetch, port, hostname: 'localhost' });
