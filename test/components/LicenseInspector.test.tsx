import { QueryClient } from '@tanstack/react-query';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import {
  LicenseCard,
  type LicenseCardProps,
  LicenseInspector,
  LicenseProvider,
  LicenseView,
  type LoadRemoteData,
  type LoadRemoteDataOptions,
  redactPresets,
} from '../../src/index.ts';
import { connect } from './connect.ts';
import { deferred, failure, full } from './samples.ts';

const body = (text = '{"seats":7}') => ({ text, contentType: 'application/json', bytes: text.length });
const rawPanel = () => screen.getByRole('tabpanel', { name: 'Raw' });
const button = (name: string) => within(rawPanel()).findByRole('button', { name });
const announced = () => within(rawPanel()).getAllByRole('status')[0];

/** A card on the sandbox, its Raw tab opened. */
async function openRaw(card: LicenseCardProps, connection = connect()) {
  const user = userEvent.setup();
  render(
    <LicenseProvider client={connection.client} queryClient={new QueryClient()}>
      <LicenseCard {...card} />
    </LicenseProvider>,
  );
  await user.click(await screen.findByRole('tab', { name: 'Raw' }));
  return user;
}

/** Strikes the requests for a vendor's body alone: those for the license have been answered. */
async function openRawWith(
  fault: Parameters<ReturnType<typeof connect>['sandbox']['fault']>[0],
  more: Partial<LicenseCardProps> = {},
  queryClient = new QueryClient(),
) {
  const connection = connect();
  const card = connection.card('97 of 120');
  const user = userEvent.setup();
  render(
    <LicenseProvider client={connection.client} queryClient={queryClient}>
      <LicenseCard {...card} {...more} />
    </LicenseProvider>,
  );
  await screen.findByRole('heading', { name: 'Salesforce' });
  const end = connection.sandbox.fault(fault);
  await user.click(screen.getByRole('tab', { name: 'Raw' }));
  return { ...connection, user, end };
}

describe('the vendor’s body', () => {
  it('shows how far a large one has arrived, and how far of all where that is known', async () => {
    const answer = deferred<ReturnType<typeof body>>();
    let options: LoadRemoteDataOptions | undefined;
    render(
      <LicenseInspector
        license={full}
        defaultView="raw"
        loadRemoteData={(given) => {
          options = given;
          return answer.promise;
        }}
      />,
    );
    await waitFor(() => expect(options).toBeDefined());
    act(() => options?.onProgress({ bytes: 100_000 }));
    expect(screen.queryByRole('progressbar')).toBeNull();
    act(() => options?.onProgress({ bytes: 1_500_000 }));
    const bar = screen.getByRole('progressbar', { name: 'Loading the vendor’s data…' });
    expect(bar).not.toHaveAttribute('aria-valuenow');
    expect(bar).toHaveAttribute('aria-valuetext', '1.5 MB');
    act(() => options?.onProgress({ bytes: 2_000_000, total: 8_000_000 }));
    expect(bar).toHaveAttribute('aria-valuenow', '25');
    expect(screen.getByText('2.0 MB of 8.0 MB')).toBeVisible();
    expect(announced()).toHaveTextContent('Loading the vendor’s data…');
    await act(async () => answer.resolve(body()));
    expect(await screen.findByRole('tree', { name: 'Raw' })).toBeVisible();
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('tells how much of a huge one has come, and says why it stops', async () => {
    await openRawWith({ kind: 'huge' });
    expect(await screen.findByRole('progressbar')).toHaveAttribute(
      'aria-valuetext',
      expect.stringMatching(/MB/),
    );
    expect(
      await within(rawPanel()).findByRole('heading', { name: /Couldn’t load the vendor’s data/ }),
    ).toBeVisible();
  }, 20_000);

  it.each([['stall' as const], ['latency' as const]])(
    'is canceled for good under %s, and loads when asked',
    async (kind) => {
      const { user, end, sent } = await openRawWith({ kind, latencyMs: 60_000 });
      const cancel = await button('Cancel');
      await waitFor(() => expect(sent.filter((url) => url.includes('format=raw'))).toHaveLength(1));
      await user.click(cancel);
      expect(announced()).toHaveTextContent('Canceled.');
      expect(screen.queryByRole('tree')).toBeNull();
      end();
      const load = await button('Load');
      expect(load).toHaveFocus();
      await user.keyboard('{Enter}');
      expect(await screen.findByRole('tree', { name: 'Raw' })).toHaveTextContent(/TotalLicenses/);
      expect(rawPanel()).toHaveFocus();
    },
  );

  it('aborts its request where somebody cancels, or the card goes away', async () => {
    const signals: AbortSignal[] = [];
    const load: LoadRemoteData = ({ signal }) => {
      signals.push(signal);
      return new Promise(() => {});
    };
    const user = userEvent.setup();
    const { unmount } = render(<LicenseInspector license={full} defaultView="raw" loadRemoteData={load} />);
    await user.click(await button('Cancel'));
    expect(signals.at(-1)?.aborted).toBe(true);
    await user.click(await button('Load'));
    expect(signals.at(-1)?.aborted).toBe(false);
    unmount();
    expect(signals.at(-1)?.aborted).toBe(true);
  });

  it('says what went wrong as the card does, and tries again', async () => {
    const { user, end } = await openRawWith({ kind: 'status', status: 403 });
    const heading = await within(rawPanel()).findByRole('heading', {
      name: 'Couldn’t load the vendor’s data',
    });
    expect(rawPanel()).toHaveTextContent('This account may not read the license.');
    expect(announced()).toHaveTextContent(/^Couldn’t load the vendor’s data\. This account may not/);
    end();
    await user.click(await button('Try again'));
    expect(await screen.findByRole('tree', { name: 'Raw' })).toBeVisible();
    expect(heading).not.toBeInTheDocument();
    expect(announced()).toBeEmptyDOMElement();
  });

  it('says that no body came, and loads it when it is tried again', async () => {
    const { user, end, sent } = await openRawWith(
      { kind: 'drop' },
      {},
      new QueryClient({ defaultOptions: { queries: { retry: false } } }),
    );
    expect(await button('Try again')).toBeVisible();
    expect(rawPanel()).toHaveTextContent('The service could not answer.');
    expect(sent.filter((url) => url.includes('format=raw'))).toHaveLength(1);
    end();
    await user.click(await button('Try again'));
    expect(await screen.findByRole('tree', { name: 'Raw' })).toHaveTextContent(/TotalLicenses/);
  });

  it('keeps the error on the screen while it is tried again', async () => {
    const answer = deferred<ReturnType<typeof body>>();
    const load = vi
      .fn<LoadRemoteData>()
      .mockRejectedValueOnce(failure('network'))
      .mockRejectedValueOnce(failure('network'))
      .mockReturnValue(answer.promise);
    const user = userEvent.setup();
    render(<LicenseInspector license={full} defaultView="raw" loadRemoteData={load} />);
    const again = await button('Try again');
    await user.click(again);
    expect(again).toHaveFocus();
    expect(again).toHaveAttribute('aria-disabled', 'true');
    expect(rawPanel()).toHaveTextContent('No answer arrived.');
    await act(async () => answer.resolve(body()));
    expect(await screen.findByRole('tree')).toBeVisible();
    expect(rawPanel()).toHaveFocus();
  });

  it('counts down where the vendor asked to slow down', async () => {
    const load = () => Promise.reject(failure('rate_limited', { retryAfterMs: 28_000, isRemote: true }));
    render(<LicenseView license={full} vendor="webex" view="raw" loadRemoteData={load} />);
    expect(await button('Try now')).toBeVisible();
    expect(rawPanel()).toHaveTextContent(/Webex asked to slow down\. Trying again in 2[78] seconds/);
  });

  it('offers to connect again where the vendor refuses the account', async () => {
    const onReconnect = vi.fn<() => void>();
    const user = userEvent.setup();
    render(
      <LicenseView
        license={full}
        view="raw"
        onReconnect={onReconnect}
        loadRemoteData={() => Promise.reject(failure('reauth_required'))}
      />,
    );
    await user.click(await button('Reconnect'));
    expect(onReconnect).toHaveBeenCalledOnce();
  });

  it('names the parameter that is missing', async () => {
    const load = () => Promise.reject(failure('invalid_request', { missingParameters: ['organizations'] }));
    render(<LicenseInspector license={full} defaultView="raw" loadRemoteData={load} />);
    expect(await screen.findByText(/Missing: organizations\./, { selector: 'p' })).toBeVisible();
  });

  it('says when it was fetched, and where it is newer than the card', async () => {
    const now = Date.now();
    const load = () => Promise.resolve({ ...body(), fetchedAt: now });
    const { rerender } = render(
      <LicenseView license={full} fetchedAt={now - 5000} view="raw" loadRemoteData={load} />,
    );
    expect(
      await screen.findByText('Fetched', { exact: false, selector: '[role="tabpanel"] span' }),
    ).toHaveTextContent(/^Vendor’s data fetched just now$/);
    rerender(<LicenseView license={full} fetchedAt={now - 600_000} view="raw" loadRemoteData={load} />);
    expect(rawPanel()).toHaveTextContent('Vendor’s data fetched just now, later than the card');
  });

  it('says so where nothing is in it', async () => {
    render(
      <LicenseInspector license={full} defaultView="raw" loadRemoteData={() => Promise.resolve(body(' '))} />,
    );
    expect(await screen.findByText('The vendor sent no data.')).toBeVisible();
  });

  it('of another license takes the place of the one before', async () => {
    const load: LoadRemoteData = () => Promise.resolve(body('{"first":1}'));
    const { rerender } = render(<LicenseInspector license={full} view="raw" loadRemoteData={load} />);
    await screen.findByText('first');
    const never: LoadRemoteData = () => new Promise(() => {});
    rerender(<LicenseInspector license={{ ...full, id: 'another' }} view="raw" loadRemoteData={never} />);
    expect(screen.queryByText('first')).toBeNull();
  });

  it.each([
    ['25 Systems Manager seats', 'cisco_meraki' as const, /licenseKey: HiddenShow/],
    ['Five users', 'webex' as const, /email: HiddenShow/],
  ])('hides what the preset of its vendor names: %s', async (label, vendor, hidden) => {
    const connection = connect();
    const card = connection.card(label);
    const user = await openRaw(
      { ...card, includeAssignedTo: 'user', redact: redactPresets[vendor] },
      connection,
    );
    await screen.findByRole('tree', { name: 'Raw' });
    await user.click(screen.getByRole('button', { name: 'Expand all' }));
    expect(screen.getByRole('tree', { name: 'Raw' })).toHaveTextContent(hidden);
    expect(screen.getByRole('tree', { name: 'Raw' })).not.toHaveTextContent(/@|licenseKey: "/);
  });
});

describe('the tabs', () => {
  it('open the one that the host begins with, tell which one is opened, and stand alone as JSON', async () => {
    const onViewChange = vi.fn<(change: { view: string }) => void>();
    const user = userEvent.setup();
    render(
      <LicenseInspector
        license={full}
        defaultView="raw"
        onViewChange={onViewChange}
        loadRemoteData={() => Promise.resolve(body())}
      />,
    );
    expect(await screen.findByRole('tree', { name: 'Raw' })).toBeVisible();
    expect(onViewChange).not.toHaveBeenCalled();
    await user.click(screen.getByRole('tab', { name: 'Unified' }));
    expect(onViewChange).toHaveBeenLastCalledWith({ view: 'unified' });
    const unified = await screen.findByRole('tree', { name: 'Unified' });
    expect(unified).toHaveTextContent(`id: "${full.id}"`);
  });

  it('ask for the body once, in Strict Mode and through every change of the tab', async () => {
    const connection = connect();
    const user = await openRaw(connection.card('97 of 120'), connection);
    await screen.findByRole('tree', { name: 'Raw' });
    await user.click(screen.getByRole('tab', { name: 'Unified' }));
    await user.click(screen.getByRole('tab', { name: 'Raw' }));
    expect(connection.sent.filter((url) => url.includes('truto_response_format=raw'))).toHaveLength(1);
  });
});
