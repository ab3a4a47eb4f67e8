import { act, cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LicenseCard } from '../../src/components/index.ts';
import { LicenseProvider } from '../../src/react/index.ts';
import { connect } from '../client/endpoint.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const inState = (state: string) =>
  document.querySelectorAll(`[data-lk-part="license"][data-state="${state}"]`).length;

it('shows two hundred cards of one account inside its limits, and no error on the way', async () => {
  const { sandbox, client, sent } = connect({}, true);
  const account = sandbox.accounts.find(({ licenses }) => licenses.length === 200);
  expect(account).toBeDefined();
  const failed = '[data-state="error"], [data-state="not-found"]';
  let errors = 0;
  const watch = new MutationObserver((records) => {
    for (const { target, addedNodes } of records) {
      errors += [target, ...addedNodes].filter(
        (node) => node instanceof Element && node.matches(failed),
      ).length;
    }
  });
  watch.observe(document.body, { subtree: true, childList: true, attributeFilter: ['data-state'] });
  render(
    <LicenseProvider client={client}>
      {account?.licenses.map(({ id }) => (
        <LicenseCard key={id} licenseId={id} integratedAccountId={account.id} />
      ))}
    </LicenseProvider>,
    { reactStrictMode: false },
  );
  expect(inState('loading')).toBe(200);
  for (let second = 0; second < 60 && inState('ready') < 200; second += 1) {
    await act(() => vi.advanceTimersByTimeAsync(1000));
  }
  watch.disconnect();
  expect(inState('ready')).toBe(200);
  expect(errors).toBe(0);
  expect(sent.length).toBeLessThanOrEqual(260);
}, 60_000);
