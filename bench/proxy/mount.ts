import process from 'node:process';
import { createSandbox } from '../../src/sandbox/index.ts';
import { createLicenseProxy } from '../../src/server/index.ts';

/** The sandbox of the whole run; its ids are the same in every process. */
export const sandbox = createSandbox({ limits: false });

const found = sandbox.accounts.find(({ vendor, status }) => vendor === 'salesforce' && status === 'active');
if (!found?.licenses[0]) throw new Error('the sandbox has no active account of Salesforce');

export const account = found;
export const license = found.licenses[0];

/** The handler that every host mounts, as an app would write it: whoever has a session reads one account. */
export const proxy = createLicenseProxy({
  token: sandbox.token,
  baseUrl: process.env['TRUTO_API_URL'],
  timeoutMs: 1_000,
  maxBytes: 1_000_000,
  authorize: ({ request }) =>
    request.headers.get('cookie') === 'session=ada' ? { integratedAccountId: account.id } : null,
});
