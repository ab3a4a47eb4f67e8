import { QueryClient } from '@tanstack/react-query';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LicenseCard, LicenseProvider, LicenseView } from '../../src/index.ts';
import { connect } from './connect.ts';
import { deferred, failure, full } from './samples.ts';

const observers: MutationObserver[] = [];
afterEach(() => {
  for (const observer of observers.splice(0)) observer.disconnect();
});

/**
 * What the live regions say from now on, as a screen reader meets it: each change of a region's text to something
 * that is not nothing, and a region that comes with a text.
 */
function listen(): string[] {
  const said: string[] = [];
  const texts = new Map<Element, string>();
  const hear = () => {
    for (const region of document.querySelectorAll('[role="status"], [role="alert"], [aria-live]')) {
      const text = region.textContent ?? '';
      if (text !== (texts.get(region) ?? '') && text !== '') said.push(text);
      texts.set(region, text);
    }
  };
  const observer = new MutationObserver(hear);
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  observers.push(observer);
  hear();
  return said;
}

describe('a card says each thing once', () => {
  let answer = deferred<void>();
  /** A card whose requests take until they are let go. */
  function mount(fault?: { times: number }) {
    const connection = connect(() => answer.promise);
    const card = connection.card('97 of 120');
    const fail = (times: number) =>
      connection.sandbox.fault({ license: card.licenseId, kind: 'status', status: 403, times });
    if (fault) fail(fault.times);
    const said = listen();
    render(
      <LicenseProvider client={connection.client} queryClient={new QueryClient()}>
        <LicenseCard {...card} />
      </LicenseProvider>,
    );
    return { fail, said };
  }
  async function letGo() {
    answer.resolve();
    await waitFor(() => expect(screen.getByRole('article')).not.toHaveAttribute('aria-busy'));
    answer = deferred();
  }

  it('through a life of loading, refreshing, failing and copying', async () => {
    const { fail, said } = mount();
    await letGo();
    expect(said.splice(0)).toEqual(['Loading license…']);

    await userEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    await letGo();
    expect(said.splice(0)).toEqual(['Refreshing license…']);

    fail(1);
    await userEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    await letGo();
    expect(said.splice(0)).toEqual(['Refreshing license…', 'Couldn’t refresh the license.']);

    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await letGo();
    expect(said.splice(0)).toEqual(['Refreshing license…']);

    // Brings a clipboard, which jsdom has not.
    await userEvent.setup().click(screen.getByRole('button', { name: 'Copy ID' }));
    expect(said).toEqual(['ID copied']);
  });

  it('and nothing of a refresh that nobody asked for', async () => {
    const connection = connect(() => answer.promise);
    const card = connection.card('97 of 120');
    const queryClient = new QueryClient();
    render(
      <LicenseProvider client={connection.client} queryClient={queryClient}>
        <LicenseCard {...card} />
      </LicenseProvider>,
    );
    await letGo();
    const said = listen();
    const refetch = async (
      isBusy = () => expect(screen.getByRole('article')).toHaveAttribute('aria-busy'),
    ) => {
      void queryClient.refetchQueries();
      await waitFor(isBusy);
      await letGo();
    };
    await refetch();
    expect(said).toEqual([]);
    connection.sandbox.fault({ license: card.licenseId, kind: 'status', status: 403, times: 2 });
    await refetch();
    await refetch();
    expect(said.splice(0)).toEqual(['Couldn’t refresh the license.']);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await letGo();
    expect(said).toEqual(['Refreshing license…']);
  });

  it('where it could not be loaded: each try, and each failure with its reason', async () => {
    const { said } = mount({ times: 2 });
    const failed = expect.stringMatching(/^Couldn’t load this license\. .*Ask its administrator/);
    await letGo();
    expect(said.splice(0)).toEqual(['Loading license…', failed]);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await letGo();
    expect(said.splice(0)).toEqual(['Refreshing license…', failed]);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await letGo();
    expect(said).toEqual(['Refreshing license…']);
    expect(screen.getByRole('heading', { name: 'Salesforce' })).toBeVisible();
  });

  it('while the vendor’s body is on its way, fails and arrives', async () => {
    const body = deferred<never>();
    const load = () => body.promise;
    render(<LicenseView license={full} loadRemoteData={load} />);
    const said = listen();
    await userEvent.click(screen.getByRole('tab', { name: 'Raw' }));
    await screen.findByRole('button', { name: 'Cancel' });
    await act(async () => body.reject(failure('network')));
    expect(said).toEqual(['Loading the vendor’s data…', expect.stringMatching(/^Couldn’t/)]);
  });

  it('and what expands, is chosen or counts down says nothing', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const user = userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) });
    render(
      <>
        <LicenseView license={full} maxProducts={1} maxRoles={1} />
        <LicenseView error={failure('rate_limited', { retryAfterMs: 28_000 })} onRefresh={() => undefined} />
      </>,
    );
    const said = listen();
    expect(said.splice(0)).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Show 3 more' }));
    await user.click(screen.getByRole('button', { name: '+3 more' }));
    await user.click(screen.getByRole('button', { name: 'Details' }));
    act(() => {
      vi.advanceTimersByTime(9000);
    });
    expect(screen.getByText(/1\d seconds/)).toBeVisible();
    vi.useRealTimers();
    expect(said).toEqual([]);
  });

  it('through one region, which is there before it has anything to say', () => {
    const { rerender } = render(<LicenseView license={full} />);
    const region = screen.getByRole('status');
    expect(region).toBeEmptyDOMElement();
    rerender(<LicenseView license={full} isRefreshing />);
    // Some screen readers keep what a busy region says to themselves.
    expect(screen.getByRole('article')).toHaveAttribute('aria-busy', 'true');
    expect(region).toHaveAttribute('aria-busy', 'false');
    rerender(<LicenseView license={full} error={failure('network')} />);
    rerender(<LicenseView error={failure('network')} />);
    rerender(<LicenseView error={failure('not_found')} />);
    expect(screen.getByRole('status')).toBe(region);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});
