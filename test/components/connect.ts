import { createLicenseClient } from '../../src/client/index.ts';
import { createSandbox } from '../../src/sandbox/index.ts';
import { createLicenseProxy } from '../../src/server/index.ts';

/**
 * A client that asks the embedded endpoint through the license proxy, as a host's page does.
 *
 * @param onSend awaited before a request goes on, so that a test decides how long it takes
 */
export function connect(onSend?: () => Promise<void>) {
  const sandbox = createSandbox({ limits: false });
  const sent: string[] = [];
  const proxy = createLicenseProxy({
    token: sandbox.token,
    fetch: sandbox.fetch,
    authorize: ({ integratedAccountId }) => (integratedAccountId ? { integratedAccountId } : null),
  });
  const client = createLicenseClient({
    baseUrl: 'https://host.example/api/truto',
    fetch: async (input, init) => {
      const request = new Request(input, init);
      sent.push(request.url);
      await onSend?.();
      return proxy(request);
    },
  });
  /** What a card needs to show a license, found by words of its label and of its account's. */
  const card = (label: string, accountLabel = '') => {
    for (const account of sandbox.accounts) {
      const license = account.licenses.find((each) => each.label.includes(label));
      if (!license || !account.label.includes(accountLabel)) continue;
      return {
        licenseId: license.id,
        integratedAccountId: account.id,
        organizations: license.organizations,
        vendor: account.vendor,
      };
    }
    throw new Error(`The sandbox has no license "${label}" in an account "${accountLabel}".`);
  };
  return { sandbox, client, sent, card };
}
