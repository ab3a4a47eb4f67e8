import { dehydrate, QueryClient } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { createLicenseClient } from '../../src/client/index.ts';
import { LicenseCard } from '../../src/components/index.ts';
import { LicenseProvider } from '../../src/react/index.ts';
import { createSandbox } from '../../src/sandbox/index.ts';
import { dump } from '../client/endpoint.ts';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it('a token passes through everything and is found nowhere', async () => {
  const printed: unknown[][] = [];
  for (const level of ['debug', 'log', 'info', 'warn', 'error'] as const) {
    vi.spyOn(console, level).mockImplementation((...args: unknown[]) => void printed.push(args));
  }
  const sandbox = createSandbox({ limits: false });
  const account = sandbox.accounts.find(({ vendor }) => vendor === 'salesforce');
  const minted: string[] = [];
  const carried: (string | null)[] = [];
  const client = createLicenseClient({
    baseUrl: 'https://api.truto.one',
    scope: 'tenant',
    getToken: async () => {
      const response = await sandbox.fetch('https://api.truto.one/integrated-account/token', {
        method: 'POST',
        headers: { authorization: `Bearer ${sandbox.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ integrated_account_id: account?.id }),
      });
      const { integrated_account_token: token } = await response.json();
      minted.push(token);
      return token;
    },
    fetch: (input, init) => {
      const request = new Request(input, init);
      carried.push(request.headers.get('authorization'));
      return sandbox.fetch(request);
    },
  });
  const queryClient = new QueryClient({ defaultOptions: { queries: { gcTime: Infinity } } });
  const licenseId = account?.licenses[0]?.id ?? '';
  render(
    <LicenseProvider client={client} queryClient={queryClient}>
      <LicenseCard licenseId={licenseId} />
      <LicenseCard licenseId="nobody" />
    </LicenseProvider>,
  );
  const user = userEvent.setup();
  await user.click(await screen.findByRole('tab', { name: 'Raw' }));
  await vi.waitFor(() => expect(carried.length).toBeGreaterThanOrEqual(3));
  await vi.waitFor(() => expect(queryClient.isFetching()).toBe(0));
  expect(await screen.findByRole('heading', { name: 'License not found' })).toBeVisible();

  expect(carried).toEqual(carried.map(() => expect.stringMatching(/^Bearer .{8}/)));
  const queries = queryClient.getQueryCache().getAll();
  expect(queries.map(({ state }) => state.status).sort()).toEqual(['error', 'success', 'success']);
  const everywhere = [
    document.documentElement.outerHTML,
    dump(queries.map(({ queryKey, queryHash, state, meta }) => ({ queryKey, queryHash, state, meta }))),
    JSON.stringify(dehydrate(queryClient, { shouldDehydrateQuery: () => true })),
    dump(client),
    dump(printed),
    dump([Object.entries(localStorage), Object.entries(sessionStorage)]),
    document.cookie,
  ].join('\n');
  expect(everywhere).toContain(licenseId);
  for (const token of [sandbox.token, ...minted]) expect(everywhere).not.toContain(token);
});
