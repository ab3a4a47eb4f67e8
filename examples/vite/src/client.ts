import { createLicenseClient } from 'truto-license-kit/client';
import { createSandbox } from 'truto-license-kit/sandbox';
import { createLicenseProxy } from 'truto-license-kit/server';

const sandbox = createSandbox();

/** Belongs on your server; the embedded endpoint lets it run in the page, so that this example needs none. */
const proxy = createLicenseProxy({
  token: sandbox.token,
  fetch: sandbox.fetch,
  authorize: () => ({ integratedAccountId: 'e4a1c7d0-5b92-4c38-8f16-9d2b0a7e6f32' }),
});

/** With the proxy on a server: `createLicenseClient({ baseUrl: '/api/truto' })`. */
export const client = createLicenseClient({
  baseUrl: '/api/truto',
  fetch: (input, init) => proxy(new Request(input, init)),
});
