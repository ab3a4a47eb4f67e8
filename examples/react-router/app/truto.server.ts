import process from 'node:process';
import { createLicenseClient } from 'truto-license-kit/client';
import { createSandbox } from 'truto-license-kit/sandbox';
import { createLicenseProxy } from 'truto-license-kit/server';
import { currentUser } from './session.server';

const token = process.env['TRUTO_API_TOKEN'];

const sandbox = createSandbox();
// Two licenses take their time, so that streaming can be seen.
for (const license of ['a0LXa0000001AaBIAU', '100Xa0000000AbDIAU']) {
  sandbox.fault({ license, kind: 'latency', latencyMs: 700 });
}

/** Holds the API token, and lets each user read the licenses of the user's own account. */
export const proxy = createLicenseProxy({
  token: token ?? sandbox.token,
  fetch: token ? undefined : sandbox.fetch,
  authorize: async ({ request }) => {
    const user = await currentUser(request);
    if (!user) return new Response(null, { status: 401 });
    return { integratedAccountId: user.integratedAccountId, user: user.id };
  },
});

/** Asks the proxy itself, without a request over the network, with the visitor's cookie: the same `authorize` decides. */
export function serverClient(request: Request, scope: string) {
  return createLicenseClient({
    baseUrl: 'http://localhost/api/truto',
    fetch: (asked) => proxy(new Request(asked)),
    headers: { cookie: request.headers.get('cookie') ?? '' },
    scope,
  });
}
