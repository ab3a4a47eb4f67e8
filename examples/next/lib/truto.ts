import { NextRequest } from 'next/server';
import 'server-only';
import { createSandbox } from 'truto-license-kit/sandbox';
import { createLicenseProxy } from 'truto-license-kit/server';
import { sessionCookie, userOf } from './session';

const token = process.env.TRUTO_API_TOKEN;

const sandbox = createSandbox();
// Two licenses take their time, so that streaming can be seen.
for (const license of ['a0LXa0000001AaBIAU', '100Xa0000000AbDIAU']) {
  sandbox.fault({ license, kind: 'latency', latencyMs: 700 });
}

/** Holds the API token, and lets each user read the licenses of the user's own account. */
export const proxy = createLicenseProxy({
  token: token ?? sandbox.token,
  fetch: token ? undefined : sandbox.fetch,
  authorize: ({ request }) => {
    const user = userOf(new NextRequest(request).cookies.get(sessionCookie)?.value);
    if (!user) return new Response(null, { status: 401 });
    return { integratedAccountId: user.integratedAccountId, user: user.id };
  },
});
