import { IsRestoringProvider, keepPreviousData, QueryClient } from '@tanstack/react-query';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { LicenseCard, type LicenseCardProps, LicenseProvider } from '../../src/index.ts';
import { connect } from './connect.ts';

function mount(card: LicenseCardProps, { client } = connect()) {
  const queryClient = new QueryClient();
  const ui = (props: LicenseCardProps) => (
    <LicenseProvider client={client} queryClient={queryClient}>
      <LicenseCard {...props} />
    </LicenseProvider>
  );
  const { rerender } = render(ui(card));
  return { queryClient, show: (props: LicenseCardProps) => rerender(ui(props)) };
}

describe('LicenseCard', () => {
  it.each([
    ['Meetings suite', 'Webex Meetings Suite', '187 seats assigned'],
    ['25 Systems Manager seats', 'License 900100200300402', '25 seats in total'],
    ['97 of 120', 'Salesforce', '97 of 120 seats assigned'],
  ])('fetches %s through the proxy and shows it', async (label, name, seats) => {
    const connection = connect();
    mount(connection.card(label), connection);
    expect(screen.getByRole('status')).toHaveTextContent('Loading license…');
    expect(await screen.findByRole('heading', { name })).toBeVisible();
    expect(screen.getByRole('article')).toHaveTextContent(seats);
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
    expect(connection.sent).toHaveLength(1);
    expect(connection.sent[0]).toContain('truto_ignore_remote_data=true');
  });

  it('asks nothing while an app restores its cache', async () => {
    const connection = connect();
    const queryClient = new QueryClient();
    const page = (isRestoring: boolean) => (
      <IsRestoringProvider value={isRestoring}>
        <LicenseProvider client={connection.client} queryClient={queryClient}>
          <LicenseCard {...connection.card('Meetings suite')} />
        </LicenseProvider>
      </IsRestoringProvider>
    );
    const { rerender } = render(page(true));
    await act(async () => {});
    expect(queryClient.isFetching()).toBe(0);
    expect(connection.sent).toHaveLength(0);
    rerender(page(false));
    expect(await screen.findByRole('heading', { name: 'Webex Meetings Suite' })).toBeVisible();
    expect(connection.sent).toHaveLength(1);
  });

  it('asks nothing of what is in the cache already', async () => {
    const connection = connect();
    const card = connection.card('Meetings suite');
    const { queryClient } = mount(card, connection);
    await screen.findByRole('heading', { name: 'Webex Meetings Suite' });
    render(
      <LicenseProvider client={connection.client} queryClient={queryClient}>
        <LicenseCard {...card} aria-label="Again" />
      </LicenseProvider>,
    );
    expect(
      within(screen.getByRole('article', { name: 'Again' })).getByRole('heading', { level: 3 }),
    ).toBeVisible();
    expect(queryClient.isFetching()).toBe(0);
    expect(connection.sent).toHaveLength(1);
  });

  it('asks for the exact body of the vendor when the Raw tab is opened', async () => {
    const connection = connect();
    mount(connection.card('Numbers beyond 2^53'), connection);
    await userEvent.click(await screen.findByRole('tab', { name: 'Raw' }));
    const tree = await screen.findByRole('tree', { name: 'Raw' });
    const raw = connection.sent.filter((url) => url.includes('truto_response_format=raw'));
    expect(raw).toHaveLength(1);
    expect(tree).toHaveTextContent(/\d{17,}/);
  });

  it('cancels the body for itself alone where another card waits for it too', async () => {
    let arrival = Promise.resolve();
    const connection = connect(() => arrival);
    const card = connection.card('Meetings suite');
    render(
      <LicenseProvider client={connection.client} queryClient={new QueryClient()}>
        <LicenseCard {...card} aria-label="First" />
        <LicenseCard {...card} aria-label="Second" />
      </LicenseProvider>,
    );
    await screen.findAllByRole('heading', { name: 'Webex Meetings Suite' });
    let arrive = () => {};
    arrival = new Promise((resolve) => {
      arrive = resolve;
    });
    const [first, second] = ['First', 'Second'].map((name) => within(screen.getByRole('article', { name })));
    if (!first || !second) throw new Error('Two cards were drawn.');
    await userEvent.click(first.getByRole('tab', { name: 'Raw' }));
    await userEvent.click(second.getByRole('tab', { name: 'Raw' }));
    await userEvent.click(await first.findByRole('button', { name: 'Cancel' }));
    arrive();
    expect(await second.findByRole('tree', { name: 'Raw' })).toBeVisible();
    expect(first.queryByRole('tree')).toBeNull();
    await userEvent.click(first.getByRole('button', { name: 'Load' }));
    expect(await first.findByRole('tree', { name: 'Raw' })).toBeVisible();
    expect(connection.sent.filter((url) => url.includes('truto_response_format=raw'))).toHaveLength(1);
  });

  it('does not ask again for parameters that are only written anew', async () => {
    const connection = connect();
    const card = connection.card('Meetings suite');
    const { show } = mount({ ...card, excludeFields: ['description'] }, connection);
    await userEvent.click(await screen.findByRole('tab', { name: 'Raw' }));
    await screen.findByText(/consumedUnits/);
    const asked = connection.sent.length;
    show({ ...card, excludeFields: ['description'] });
    await act(async () => {});
    expect(connection.sent).toHaveLength(asked);
  });

  it('shows another license when it is told to, and nothing of the one before', async () => {
    const connection = connect();
    const { show } = mount(connection.card('Meetings suite'), connection);
    await screen.findByRole('heading', { name: 'Webex Meetings Suite' });
    show(connection.card('97 of 120'));
    expect(screen.queryByText('Webex Meetings Suite')).not.toBeInTheDocument();
    expect(await screen.findByRole('heading', { name: 'Salesforce' })).toBeVisible();
  });

  it('shows nothing of the one before in an app that keeps previous data either', async () => {
    const connection = connect();
    const { queryClient, show } = mount(connection.card('Meetings suite'), connection);
    queryClient.setDefaultOptions({ queries: { placeholderData: keepPreviousData } });
    await screen.findByRole('heading', { name: 'Webex Meetings Suite' });
    show(connection.card('97 of 120'));
    expect(screen.queryByText('Webex Meetings Suite')).not.toBeInTheDocument();
    expect(await screen.findByRole('heading', { name: 'Salesforce' })).toBeVisible();
  });

  it.each([
    ['97 of 120', 'must be connected again', /Salesforce no longer accepts this connection/],
    ['Meetings suite', 'blocked', /blocked/],
    ['Meetings suite', 'without the scope', /spark-admin:licenses_read/],
  ])('says why %s of an account that is %s cannot be shown', async (label, account, text) => {
    const connection = connect();
    mount(connection.card(label, account), connection);
    expect(await screen.findByText(text, { selector: 'p' })).toBeVisible();
    expect(screen.getByRole('article')).toHaveAttribute('data-state', 'error');
  });

  it('names a parameter that is missing', async () => {
    const connection = connect();
    mount({ ...connection.card('25 Systems Manager seats'), organizations: undefined }, connection);
    expect(await screen.findByText(/Missing: organizations\./, { selector: 'p' })).toBeVisible();
  });

  it('tries again, keeps the error on screen meanwhile, and hands on the focus', async () => {
    const connection = connect();
    const card = connection.card('97 of 120');
    connection.sandbox.fault({ license: card.licenseId, kind: 'status', status: 403, times: 1 });
    mount(card, connection);
    const retry = await screen.findByRole('button', { name: 'Try again' });
    connection.sandbox.fault({ license: card.licenseId, kind: 'latency', latencyMs: 200, times: 1 });
    retry.focus();
    await userEvent.keyboard('{Enter}');
    expect(retry).toHaveFocus();
    expect(screen.getByRole('heading', { name: 'Couldn’t load this license' })).toBeVisible();
    expect(await screen.findByRole('heading', { name: 'Salesforce' })).toBeVisible();
    expect(screen.getByRole('article')).toHaveFocus();
  });

  it('keeps what it has where a refresh fails, and takes what comes later', async () => {
    const connection = connect();
    const card = connection.card('97 of 120');
    mount(card, connection);
    await screen.findByRole('heading', { name: 'Salesforce' });
    const end = connection.sandbox.fault({ license: card.licenseId, kind: 'status', status: 403 });
    await userEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    const again = await screen.findByRole('button', { name: 'Try again' });
    expect(screen.getByRole('article')).toHaveAttribute('data-stale');
    expect(screen.getByRole('heading', { name: 'Salesforce' })).toBeVisible();
    end();
    await userEvent.click(again);
    await waitFor(() => expect(screen.getByRole('article')).not.toHaveAttribute('data-stale'));
    expect(again).toHaveFocus();
  });

  it('shows two cards of two accounts, one failing, side by side', async () => {
    const connection = connect();
    const cards = [connection.card('97 of 120'), connection.card('97 of 120', 'must be connected again')];
    render(
      <LicenseProvider client={connection.client} queryClient={new QueryClient()}>
        {cards.map((card) => (
          <LicenseCard key={card.integratedAccountId} {...card} />
        ))}
      </LicenseProvider>,
    );
    expect(await screen.findByRole('article', { name: 'Salesforce' })).toHaveAttribute('data-state', 'ready');
    expect(await screen.findByRole('article', { name: 'Couldn’t load this license' })).toHaveAttribute(
      'data-state',
      'error',
    );
  });

  it('takes the parameters of a license and the options of the view, but not its data', () => {
    expectTypeOf<LicenseCardProps>().toHaveProperty('licenseId').toEqualTypeOf<string>();
    expectTypeOf<LicenseCardProps>().toHaveProperty('density');
    expectTypeOf<LicenseCardProps>().not.toHaveProperty('license');
    expectTypeOf<LicenseCardProps>().not.toHaveProperty('onRefresh');
  });
});
