import { expect, it } from 'vitest';
import { createSandbox } from '../../src/sandbox/index.ts';

const sandbox = createSandbox({ limits: false });
const headers = { authorization: `Bearer ${sandbox.token}` };
const addressOf = (accountLabel: string, licenseLabel: string, query: string) => {
  const account = sandbox.accounts.find(({ label }) => label === accountLabel);
  const license = account?.licenses.find(({ label }) => label.includes(licenseLabel));
  if (!account || !license) throw new Error('no such license');
  const organizations = license.organizations ? `&organizations=${license.organizations}` : '';
  return `/unified/user-directory/licenses/${encodeURIComponent(license.id)}?integrated_account_id=${account.id}${organizations}&${query}`;
};

it('answers in a browser as it does in Node', async () => {
  const response = await sandbox.fetch(addressOf('Salesforce', '97 of 120', ''), { headers });
  expect(await response.json()).toMatchObject({
    id: '100Xa0000000AbCIAU',
    assigned_quantity: 97,
    is_paid: true,
  });
});

it('answers a failure in a browser as it does in Node', async () => {
  const response = await sandbox.fetch(addressOf('Salesforce, blocked', '97 of 120', ''), { headers });
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ statusCode: 503, error: 'Service Unavailable' });
});

it('streams 5 MB in a browser, piece by piece', async () => {
  const address = addressOf('Cisco Meraki', '5 MB', 'truto_response_format=stream');
  const response = await sandbox.fetch(address, { headers });
  const reader = response.body?.getReader();
  const first = await reader?.read();
  expect(new TextDecoder().decode(first?.value)).toMatch(/^\{"id":"900100200300407"/);
  await reader?.cancel();
});

it('gives up with its caller in a browser', async () => {
  const abort = new AbortController();
  const answer = sandbox.fetch(addressOf('Webex, one license a fault of the connection', 'two seconds', ''), {
    headers,
    signal: abort.signal,
  });
  abort.abort();
  await expect(answer).rejects.toThrow('aborted');
});
