import { createLicenseClient } from '../src/client/index.ts';
import { createSandbox } from '../src/sandbox/index.ts';
import { createLicenseProxy } from '../src/server/index.ts';

/** The endpoint that the stories talk to; its accounts and licenses have the same ids wherever it runs. */
const sandbox = createSandbox({ limits: false });

/** The integrated accounts of the sandbox, with their licenses, and its API token. */
export const { accounts, token } = sandbox;

/** What stands in the page of a built Storybook, which has no server: the same proxy in front of the same endpoint. */
function inPage(): typeof fetch {
  const proxy = createLicenseProxy({
    token: sandbox.token,
    fetch: sandbox.fetch,
    authorize: ({ integratedAccountId }) => (integratedAccountId ? { integratedAccountId } : null),
  });
  return (input, init) => proxy(new Request(input, init));
}

/** The client of every story. On the development server and in tests its requests cross real HTTP. */
export const client = createLicenseClient({
  baseUrl: '/api/truto',
  scope: 'storybook',
  ...(import.meta.env.PROD ? { fetch: inPage() } : {}),
});
