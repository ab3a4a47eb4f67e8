import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import { LicenseError } from '../../src/client/index.ts';
import {
  type InspectorView,
  License,
  LicenseProvider,
  LicenseView,
  type LicenseViewProps,
  type LoadRemoteData,
} from '../../src/index.ts';
import { ar } from '../../stories/messages/ar.ts';
import { deferred, failure, full } from './samples.ts';

/** A callback that remembers its calls. */
const noop = () => vi.fn<() => void>();

const card = () => screen.getByRole('article');
const details = () =>
  Object.fromEntries(
    screen.getAllByRole('term').map((term) => [term.textContent, term.nextElementSibling?.textContent]),
  );

describe('a license', () => {
  it('is an article with its name, at the rank that the host wants', () => {
    const { rerender } = render(<LicenseView license={full} />);
    expect(screen.getByRole('article', { name: 'Webex Suite Enterprise' })).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Webex Suite Enterprise', level: 3 })).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Products', level: 4 })).toBeVisible();
    rerender(<LicenseView license={full} headingLevel={6} />);
    expect(screen.getAllByRole('heading', { level: 6 }).map((heading) => heading.textContent)).toEqual([
      'Webex Suite Enterprise',
      'Products',
      'Roles',
    ]);
  });

  it('says how it stands in the attributes of its root', () => {
    const { rerender } = render(<LicenseView license={full} density="compact" />);
    expect(card()).toHaveAttribute('data-state', 'ready');
    expect(card()).toHaveAttribute('data-tone', 'positive');
    expect(card()).toHaveAttribute('data-density', 'compact');
    expect(card()).not.toHaveAttribute('data-partial');
    expect(card()).not.toHaveAttribute('data-stale');
    rerender(<LicenseView license={{ ...full, roles: null }} />);
    expect(card()).toHaveAttribute('data-partial');
    rerender(<LicenseView license={full} error={failure('network')} />);
    expect(card()).toHaveAttribute('data-stale');
    expect(card()).toHaveAttribute('data-state', 'ready');
    rerender(<LicenseView />);
    expect(card()).toHaveAttribute('data-state', 'loading');
    rerender(<LicenseView error={failure('network')} />);
    expect(card()).toHaveAttribute('data-state', 'error');
    expect(card()).toHaveAttribute('data-tone', 'negative');
    rerender(<LicenseView error={failure('not_found')} />);
    expect(card()).toHaveAttribute('data-state', 'not-found');
  });

  it('goes by its id where it has no name', () => {
    render(<LicenseView license={{ id: '9001', name: '' }} vendor="cisco_meraki" />);
    expect(screen.getByRole('heading', { name: 'License 9001' })).toBeVisible();
    expect(screen.getByRole('img', { name: 'Cisco Meraki' })).toHaveTextContent('Me');
  });

  it('takes an icon in place of the monogram, or none', () => {
    const { rerender } = render(
      <LicenseView license={full} vendor="webex" icon={<img src="data:," alt="Acme" />} />,
    );
    expect(screen.getByRole('img', { name: 'Acme' })).toBeVisible();
    rerender(<LicenseView license={full} vendor="webex" icon={null} />);
    expect(screen.queryByRole('img', { name: 'Webex' })).not.toBeInTheDocument();
  });

  it('looks finished with three fields: no empty section, no dash', () => {
    render(
      <LicenseView license={{ id: 'a1', name: 'Webex Calling', assigned_quantity: 53 }} vendor="webex" />,
    );
    expect(screen.getAllByRole('heading')).toHaveLength(1);
    expect(details()).toEqual({ ID: 'a1' });
    expect(card()).not.toHaveTextContent(/unknown|n\/a|—/i);
  });

  it('tells a value that is unknown from one that its vendor never provides', () => {
    render(<LicenseView license={{ id: 'a1', updated_at: null }} vendor="salesforce" />);
    expect(details()).toEqual({ Created: 'Unknown', Updated: 'Unknown', ID: 'a1' });
  });

  it('takes a full Webex license that nobody calls paid for a free one', () => {
    const license = { id: 'a1', assigned_quantity: 318, available_quantity: 318 };
    const { rerender } = render(<LicenseView license={license} vendor="webex" />);
    expect(screen.getByText('All assigned')).toBeVisible();
    rerender(<LicenseView license={{ ...license, is_paid: true }} vendor="webex" />);
    expect(screen.getByText('Full, none free')).toBeVisible();
    rerender(<LicenseView license={{ ...license, is_paid: false }} vendor="salesforce" />);
    expect(screen.getByText('All assigned')).toBeVisible();
  });

  it('prints dates in the language and the time zone of the provider, with the exact instant behind', () => {
    render(
      <LicenseProvider locale="de" timeZone="Europe/Berlin">
        <LicenseView license={full} />
      </LicenseProvider>,
    );
    const created = screen.getByText('13.03.2024');
    expect(created).toHaveAttribute('datetime', '2024-03-12T23:30:00.000Z');
    expect(screen.getByText('01.05.2024')).toHaveAttribute('datetime', '2024-05-01T06:00:00.000Z');
    expect(card()).toHaveAttribute('lang', 'de');
  });

  it('shows a date that it cannot read as it was sent', () => {
    render(<LicenseView license={{ ...full, created_at: 'yesterday', updated_at: '' }} />);
    expect(details()).toMatchObject({ Created: 'yesterday' });
    expect(details()).not.toHaveProperty('Updated');
  });

  it.each([
    [{ unit_amount: 1450, currency: 'EUR' }, undefined, '1,450 EUR per unit'],
    [{ unit_amount: 14.5, currency: 'EUR' }, 'major' as const, '€14.50 per unit'],
    [{ unit_amount: 1450, currency: 'eur' }, 'minor' as const, '€14.50 per unit'],
    [{ unit_amount: 1800, currency: 'JPY' }, 'minor' as const, '¥1,800 per unit'],
    [{ unit_amount: 19.999, currency: 'credits' }, 'major' as const, '19.999 credits per unit'],
    [{ unit_amount: 0, currency: 'USD' }, 'major' as const, '$0.00 per unit'],
    [{ unit_amount: 5 }, 'major' as const, undefined],
    [{ currency: 'EUR' }, 'major' as const, undefined],
    [{ unit_amount: Number.POSITIVE_INFINITY, currency: 'EUR' }, 'major' as const, undefined],
  ])('prices %j, in units that are %s, as %s', (price, priceUnit, text) => {
    render(
      <LicenseProvider priceUnit={priceUnit}>
        <LicenseView license={{ id: 'a1', ...price }} />
      </LicenseProvider>,
    );
    expect(details()['Price']).toBe(text);
  });

  it('says quietly which parts of it could not be read', () => {
    render(
      <LicenseView
        license={JSON.parse('{"id":"a1","name":7,"products":{"a":1},"roles":[null,{"name":9}]}')}
      />,
    );
    expect(screen.getByText(/unreadable: name, products, roles\.0, roles\.1\.name/)).toBeVisible();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('is drawn again only where one of its props changes', () => {
    const icon = vi.fn<() => null>(() => null);
    const Icon = () => icon();
    const props = { license: full, vendor: 'webex' as const, icon: <Icon /> };
    const { rerender } = render(<LicenseView {...props} />);
    const drawn = icon.mock.calls.length;
    rerender(<LicenseView {...props} />);
    expect(icon).toHaveBeenCalledTimes(drawn);
  });

  it('takes plain data and needs no provider', () => {
    expectTypeOf<LicenseViewProps>().toHaveProperty('license').toEqualTypeOf<License | null | undefined>();
    expectTypeOf<LicenseViewProps>().not.toHaveProperty('children');
    expectTypeOf<LicenseViewProps['onRefresh']>().toEqualTypeOf<(() => unknown) | undefined>();
  });
});

describe('parts', () => {
  it('stand in any order, and what is left out is left out', () => {
    render(
      <License.Root license={full}>
        <License.Details />
        <p>Cost center</p>
        <License.Seats nearlyFullAt={0.5} />
      </License.Root>,
    );
    expect(screen.queryByRole('heading')).not.toBeInTheDocument();
    expect(screen.getByText('Nearly full, 88 free')).toBeVisible();
    expect(card()).toHaveTextContent(/ID.*Cost center.*412/);
    expect(card()).toHaveAccessibleName('Webex Suite Enterprise');
  });

  it('leave loading and errors to the root', () => {
    const { rerender } = render(
      <License.Root>
        <License.Header />
      </License.Root>,
    );
    expect(screen.getByRole('status')).toHaveTextContent('Loading license…');
    rerender(
      <License.Root error={failure('network')}>
        <License.Header />
      </License.Root>,
    );
    expect(screen.getByRole('heading', { name: 'Couldn’t load this license' })).toBeVisible();
  });
});

describe('loading', () => {
  it('says so once, and hides the placeholders from assistive technology', () => {
    render(<LicenseView vendor="salesforce" />);
    expect(screen.getByRole('article', { name: 'Loading license…' })).toHaveAttribute('aria-busy', 'true');
    expect(screen.getByRole('status')).toHaveTextContent(/^Loading license…$/);
    expect(screen.queryByRole('meter')).not.toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('falls silent when the license is there', () => {
    const { rerender } = render(<LicenseView />);
    const status = screen.getByRole('status');
    rerender(<LicenseView license={full} />);
    expect(screen.getByRole('status')).toBe(status);
    expect(status).toBeEmptyDOMElement();
    expect(card()).not.toHaveAttribute('aria-busy');
  });
});

describe('an error', () => {
  const actions = () => screen.queryAllByRole('button').map((button) => button.textContent);

  it.each([
    ['unauthorized', /Sign in again/, ['Try again', 'Details']],
    ['reauth_required', /Webex no longer accepts this connection/, ['Reconnect', 'Details']],
    ['forbidden', /Ask its administrator/, ['Try again', 'Details']],
    ['invalid_request', /incomplete/, ['Try again', 'Details']],
    ['blocked', /blocked/, ['Details']],
    ['upstream', /Webex could not answer/, ['Try again', 'Details']],
    ['network', /Check your connection/, ['Try again', 'Details']],
    ['timeout', /too long/, ['Try again', 'Details']],
    ['malformed', /no license/, ['Try again', 'Details']],
  ] as const)('%s says what happened and offers what helps', (code, text, buttons) => {
    const error = failure(code, { isRemote: true });
    render(<LicenseView error={error} vendor="webex" onRefresh={noop()} onReconnect={noop()} />);
    const panel = within(card());
    expect(panel.getByRole('heading', { name: 'Couldn’t load this license' })).toBeVisible();
    expect(panel.getByText(text, { selector: 'p' })).toBeVisible();
    expect(actions()).toEqual(buttons);
    expect(screen.getByRole('status')).toHaveTextContent(/^Couldn’t load this license\. /);
  });

  it('names the vendor only where the vendor failed, and tells the server’s own words under Details', async () => {
    const error = new LicenseError({ code: 'not_found', status: 404 }, 'Integrated account not found');
    render(<LicenseView error={error} vendor="webex" />);
    expect(screen.getByText(/^The service has no license with this ID/, { selector: 'p' })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Details' }));
    expect(details()).toMatchObject({ Message: expect.stringContaining('Integrated account not found') });
  });

  it('takes an error from elsewhere', () => {
    render(<LicenseView error={new TypeError('x is not a function')} onRefresh={noop()} />);
    expect(screen.getByText('Something went wrong. Try again.')).toBeVisible();
    expect(card()).not.toHaveTextContent('x is not a function');
    expect(actions()).toEqual(['Try again']);
  });

  it('names the missing parameter and the missing scopes', () => {
    const { rerender } = render(
      <LicenseView error={failure('invalid_request', { missingParameters: ['organizations'] })} />,
    );
    expect(screen.getByText(/Missing: organizations\./, { selector: 'p' })).toBeVisible();
    rerender(<LicenseView error={failure('forbidden', { missingScopes: ['a:read', 'b:read'] })} />);
    expect(screen.getByText(/Missing permissions: a:read, b:read\./, { selector: 'p' })).toBeVisible();
  });

  it('keeps what helps a developer under Details', async () => {
    render(
      <LicenseView
        error={failure('upstream', { status: 502, requestId: 'req-1', vendorMessage: '<b>Down</b>' })}
      />,
    );
    expect(screen.queryByText('req-1')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Details', expanded: false }));
    expect(details()).toEqual({
      Message: '<b>Down</b>',
      Code: 'upstream',
      'HTTP status': '502',
      'Request ID': 'req-1',
    });
  });

  it('tries again once, and keeps the button and the focus meanwhile', async () => {
    const onRefresh = noop();
    const error = failure('network');
    const { rerender } = render(<LicenseView error={error} onRefresh={onRefresh} />);
    const button = screen.getByRole('button', { name: 'Try again' });
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    rerender(<LicenseView error={error} onRefresh={onRefresh} isRefreshing />);
    expect(button).toHaveTextContent('Trying again…');
    expect(button).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(onRefresh).toHaveBeenCalledTimes(1);
  });

  it('hands the focus to the card when trying again succeeds', async () => {
    const { rerender } = render(<LicenseView error={failure('network')} onRefresh={noop()} />);
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'Try again' })).toHaveFocus();
    rerender(<LicenseView license={full} />);
    expect(card()).toHaveFocus();
  });

  it('is a state of its own where there is no such license', () => {
    render(
      <LicenseView error={failure('not_found', { isRemote: true })} vendor="webex" onRefresh={noop()} />,
    );
    expect(screen.getByRole('heading', { name: 'License not found' })).toBeVisible();
    expect(screen.getByText(/Webex has no license with this ID/, { selector: 'p' })).toBeVisible();
  });

  it('can be drawn by the host', async () => {
    const onRefresh = noop();
    const props: LicenseViewProps = {
      onRefresh,
      renderError: ({ onRetry }) => <button onClick={() => onRetry?.()}>Again</button>,
      renderNotFound: () => <p>Gone</p>,
    };
    const { rerender } = render(<LicenseView {...props} error={failure('network')} />);
    await userEvent.click(screen.getByRole('button', { name: 'Again' }));
    expect(onRefresh).toHaveBeenCalledOnce();
    rerender(<LicenseView {...props} error={failure('not_found')} />);
    expect(screen.getByText('Gone')).toBeVisible();
  });

  it('says which license it is, where the host knows', () => {
    render(<LicenseView error={failure('network')} licenseId="license-0123456789" />);
    expect(screen.getByRole('code')).toHaveTextContent(/^license-0123456789$/);
  });

  it('shows a license without an id as malformed', () => {
    render(<LicenseView license={JSON.parse('{"name":"Nobody"}')} />);
    expect(card()).toHaveAttribute('data-state', 'error');
    expect(screen.getByText(/no license/, { selector: 'p' })).toBeVisible();
  });
});

/** Lets time pass, with all that happens in it. */
function pass(ms: number) {
  act(() => {
    vi.advanceTimersByTime(ms);
  });
}

describe('a rate limit', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 0 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const limited = (retryAfterMs = 28_000): LicenseError =>
    failure('rate_limited', { retryAfterMs, isRemote: true });

  it('counts down, then tries again by itself', () => {
    const onRefresh = noop();
    render(<LicenseView error={limited()} vendor="webex" onRefresh={onRefresh} />);
    const text = screen.getByText(/Webex asked to slow down/, { selector: 'p' });
    expect(text).toHaveTextContent('Webex asked to slow down. Trying again in 28 seconds.');
    pass(27_000);
    expect(text).toHaveTextContent('Trying again in 1 second.');
    expect(onRefresh).not.toHaveBeenCalled();
    pass(1000);
    expect(onRefresh).toHaveBeenCalledTimes(1);
    pass(60_000);
    expect(onRefresh).toHaveBeenCalledTimes(1);
  });

  it('does not speak every second', () => {
    render(<LicenseView error={limited()} onRefresh={noop()} />);
    const said = screen.getByRole('status').textContent;
    pass(5000);
    expect(screen.getByRole('status')).toHaveTextContent(said);
    expect(said).not.toMatch(/seconds/);
  });

  it('begins anew with another error', () => {
    const { rerender } = render(<LicenseView error={limited()} onRefresh={noop()} />);
    pass(10_000);
    rerender(<LicenseView error={limited()} onRefresh={noop()} />);
    expect(screen.getByText(/28 seconds/)).toBeVisible();
  });

  it('waits while the page is hidden', () => {
    const onRefresh = noop();
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    render(<LicenseView error={limited(2000)} onRefresh={onRefresh} />);
    pass(10_000);
    expect(onRefresh).not.toHaveBeenCalled();
    hidden.mockReturnValue(false);
    pass(1000);
    expect(onRefresh).toHaveBeenCalledTimes(1);
  });
});

describe('freshness', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse('2026-11-23T12:00:00Z') });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const text = () => document.querySelector('[data-lk-part="freshness-text"]')?.textContent;

  it('keeps pace with the clock', () => {
    render(<LicenseView license={full} fetchedAt={Date.now()} />);
    expect(text()).toBe('Fetched just now');
    pass(60_000);
    expect(text()).toBe('Fetched 1 minute ago');
    pass(59 * 60_000);
    expect(text()).toBe('Fetched 1 hour ago');
    pass(24 * 60 * 60_000);
    expect(text()).toBe('Fetched 1 day ago');
    pass(7 * 24 * 60 * 60_000);
    expect(text()).toBe('Fetched 23 Nov 2026 12:00');
  });

  it('takes a clock that runs a little ahead for now, and one that runs far ahead by its word', () => {
    const { rerender } = render(<LicenseView license={full} fetchedAt={Date.now() + 20_000} />);
    expect(text()).toBe('Fetched just now');
    rerender(<LicenseView license={full} fetchedAt={Date.now() + 3_600_000} />);
    expect(text()).toBe('Fetched 23 Nov 2026 13:00');
  });

  it('says since when the data is old where a refresh failed, and speaks of it once', () => {
    const fetchedAt = Date.now() - 7_200_000;
    const onRefresh = noop();
    const { rerender } = render(<LicenseView license={full} fetchedAt={fetchedAt} onRefresh={onRefresh} />);
    act(() => screen.getByRole('button', { name: 'Refresh' }).click());
    rerender(<LicenseView license={full} fetchedAt={fetchedAt} onRefresh={onRefresh} isRefreshing />);
    expect(screen.getByRole('status')).toHaveTextContent('Refreshing license…');
    rerender(
      <LicenseView license={full} fetchedAt={fetchedAt} onRefresh={onRefresh} error={failure('network')} />,
    );
    expect(text()).toBe(
      'Couldn’t refresh. Showing what was fetched 2 hours ago. No answer arrived. Check your connection. Try again.',
    );
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
    expect(screen.getByRole('status')).toHaveTextContent(/^Couldn’t refresh the license\.$/);
    expect(screen.getByRole('heading', { name: 'Webex Suite Enterprise' })).toBeVisible();
  });

  it('says why the data is old, and offers the one action that helps', () => {
    const onReconnect = noop();
    const stale = {
      license: full,
      vendor: 'webex',
      fetchedAt: Date.now(),
      onRefresh: noop(),
      onReconnect,
    } as const;
    const { rerender } = render(
      <LicenseView {...stale} error={failure('reauth_required', { isRemote: true })} />,
    );
    expect(text()).toContain('Webex no longer accepts this connection. Connect the account again.');
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    act(() => screen.getByRole('button', { name: 'Reconnect' }).click());
    expect(onReconnect).toHaveBeenCalledTimes(1);
    rerender(<LicenseView {...stale} error={failure('blocked')} />);
    expect(text()).toContain('Ask Truto’s support to release it.');
    expect(within(card()).queryByRole('button', { name: /Try again|Reconnect|Refresh/ })).toBeNull();
    rerender(<LicenseView {...stale} fetchedAt={undefined} error={failure('timeout')} />);
    expect(text()).toBe('Couldn’t refresh the license. The answer took too long. Try again.');
  });

  it('takes the 0 of a query that has no data yet for no time at all', () => {
    render(<LicenseView license={full} fetchedAt={0} onRefresh={noop()} />);
    expect(text()).toBe('');
  });

  it('refreshes once at a time and keeps its button', () => {
    const onRefresh = noop();
    const { rerender } = render(<LicenseView license={full} onRefresh={onRefresh} />);
    const button = screen.getByRole('button', { name: 'Refresh' });
    act(() => {
      button.click();
    });
    rerender(<LicenseView license={full} onRefresh={onRefresh} isRefreshing />);
    act(() => {
      button.click();
    });
    expect(onRefresh).toHaveBeenCalledTimes(1);
    expect(screen.getByRole('button', { name: 'Refresh' })).toBe(button);
    expect(card()).toHaveAttribute('aria-busy', 'true');
  });

  it('is not there where there is nothing to say, and holds the actions of the host', () => {
    const { rerender } = render(<LicenseView license={full} />);
    expect(screen.queryByRole('contentinfo')).not.toBeInTheDocument();
    expect(document.querySelector('footer')).toBeNull();
    rerender(<LicenseView license={full} actions={<a href="#manage">Manage</a>} />);
    expect(screen.getByRole('link', { name: 'Manage' })).toBeVisible();
  });
});

describe('the id', () => {
  it('is copied whole, and that is said', async () => {
    const user = userEvent.setup();
    render(<LicenseView license={full} />);
    await user.click(screen.getByRole('button', { name: 'Copy ID' }));
    expect(await navigator.clipboard.readText()).toBe(full.id);
    expect(screen.getByRole('status')).toHaveTextContent(/^ID copied$/);
  });

  it('is selected where it cannot be copied', async () => {
    const user = userEvent.setup();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('Denied'));
    render(<LicenseView license={full} />);
    await user.click(screen.getByRole('button', { name: 'Copy ID' }));
    expect(screen.getByRole('status')).toHaveTextContent(/selected/);
    expect(getSelection()?.toString()).toBe(full.id);
    // So that a second try is said as well.
    await waitFor(() => expect(screen.getByRole('status')).toBeEmptyDOMElement(), { timeout: 5000 });
  });
});

describe('the inspector', () => {
  const body = {
    text: '{"licenseKey": "Z21234567890", "n": 12345678901234567890}',
    contentType: 'application/json',
    bytes: 57,
  };

  it('asks for the body of the vendor when its tab is opened, and not before', async () => {
    const load = vi.fn<LoadRemoteData>(() => Promise.resolve(body));
    const onViewChange = vi.fn<(change: { view: InspectorView }) => void>();
    render(<LicenseView license={full} loadRemoteData={load} onViewChange={onViewChange} />);
    expect(load).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('tab', { name: 'Raw', selected: false }));
    expect(onViewChange).toHaveBeenCalledWith({ view: 'raw' });
    const tree = await within(screen.getByRole('tabpanel', { name: 'Raw' })).findByRole('tree', {
      name: 'Raw',
    });
    expect(tree).toHaveTextContent('12345678901234567890');
    expect(screen.queryByRole('heading', { name: 'Products' })).not.toBeInTheDocument();
  });

  it('asks for nothing of another license whose raw side nobody opened', async () => {
    const load = vi.fn<LoadRemoteData>(() => Promise.resolve(body));
    const { rerender } = render(<LicenseView license={full} loadRemoteData={load} />);
    await userEvent.click(screen.getByRole('tab', { name: 'Raw' }));
    await screen.findByRole('tree', { name: 'Raw' });
    await userEvent.click(screen.getByRole('tab', { name: 'Unified' }));
    const before = load.mock.calls.length;
    rerender(<LicenseView license={{ ...full, id: 'another' }} loadRemoteData={load} />);
    await act(async () => {});
    expect(load).toHaveBeenCalledTimes(before);
    await userEvent.click(screen.getByRole('tab', { name: 'Raw' }));
    await screen.findByRole('tree', { name: 'Raw' });
    expect(load.mock.calls.length).toBeGreaterThan(before);
  });

  it('goes by the arrow keys, in the direction of writing', async () => {
    const load = () => Promise.resolve(body);
    const { rerender } = render(<LicenseView license={full} loadRemoteData={load} />);
    const unified = () => screen.getByRole('tab', { name: /Unified|موحّد/ });
    act(() => {
      unified().focus();
    });
    await userEvent.keyboard('{ArrowRight}');
    expect(screen.getByRole('tab', { name: 'Raw' })).toHaveFocus();
    await userEvent.keyboard('{Home}');
    expect(unified()).toHaveFocus();
    rerender(
      <LicenseProvider dir="rtl" messages={ar}>
        <LicenseView license={full} loadRemoteData={load} />
      </LicenseProvider>,
    );
    act(() => {
      unified().focus();
    });
    await userEvent.keyboard('{ArrowLeft}');
    expect(screen.getByRole('tab', { name: 'خام' })).toHaveAttribute('aria-selected', 'true');
  });

  it('takes on the direction of the page around it', async () => {
    render(
      <div dir="rtl">
        <LicenseView license={full} loadRemoteData={() => Promise.resolve(body)} />
      </div>,
    );
    expect(card().querySelector('[dir="ltr"]:not(code)')).toBeNull();
    act(() => {
      screen.getByRole('tab', { name: 'Unified' }).focus();
    });
    await userEvent.keyboard('{ArrowLeft}');
    expect(screen.getByRole('tab', { name: 'Raw' })).toHaveAttribute('aria-selected', 'true');
  });

  it('has each tab control a panel that exists', () => {
    render(<LicenseView license={full} loadRemoteData={() => Promise.resolve(body)} />);
    for (const tab of screen.getAllByRole('tab')) {
      const panel = document.querySelector(`[id="${tab.getAttribute('aria-controls')}"]`);
      expect(panel).toHaveAttribute('role', 'tabpanel');
    }
  });

  it('says that it loads, and offers to try again where that failed', async () => {
    const first = deferred<typeof body>();
    const load = vi
      .fn<LoadRemoteData>()
      .mockReturnValueOnce(first.promise)
      .mockReturnValueOnce(first.promise)
      .mockResolvedValue(body);
    render(<LicenseView license={full} loadRemoteData={load} />);
    await userEvent.click(screen.getByRole('tab', { name: 'Raw' }));
    expect(await screen.findByRole('button', { name: 'Cancel' })).toBeVisible();
    expect(screen.getByText('Loading the vendor’s data…', { selector: 'p' })).toBeVisible();
    await act(async () => first.reject(failure('network')));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('tree', { name: 'Raw' })).toBeVisible();
  });

  it('hides the paths that the host names, until somebody shows them', async () => {
    render(
      <LicenseView license={full} loadRemoteData={() => Promise.resolve(body)} redact={['licenseKey']} />,
    );
    await userEvent.click(screen.getByRole('tab', { name: 'Raw' }));
    expect(await screen.findByRole('tree', { name: 'Raw' })).toHaveTextContent('12345678901234567890');
    expect(document.body).not.toHaveTextContent('Z21234567890');
  });

  it('hands the focus to the panel when trying again succeeds', async () => {
    const load = vi
      .fn<LoadRemoteData>()
      .mockRejectedValueOnce(failure('network'))
      .mockRejectedValueOnce(failure('network'))
      .mockResolvedValue(body);
    render(<LicenseView license={full} loadRemoteData={load} />);
    await userEvent.click(screen.getByRole('tab', { name: 'Raw' }));
    (await screen.findByRole('button', { name: 'Try again' })).focus();
    await userEvent.keyboard('{Enter}');
    await screen.findByRole('tree', { name: 'Raw' });
    expect(screen.getByRole('tabpanel', { name: 'Raw' })).toHaveFocus();
  });

  it('keeps what was opened while the other tab is shown', async () => {
    const load = vi.fn<LoadRemoteData>(() => Promise.resolve(body));
    render(<LicenseView license={full} loadRemoteData={load} />);
    await userEvent.click(screen.getByRole('tab', { name: 'Raw' }));
    const text = await screen.findByRole('tree', { name: 'Raw' });
    const asked = load.mock.calls.length;
    await userEvent.click(screen.getByRole('tab', { name: 'Unified' }));
    expect(text).not.toBeVisible();
    await userEvent.click(screen.getByRole('tab', { name: 'Raw' }));
    expect(text).toBeVisible();
    expect(load).toHaveBeenCalledTimes(asked);
  });

  it('obeys a host that decides the tab', async () => {
    const load = () => Promise.resolve(body);
    const { rerender } = render(<LicenseView license={full} loadRemoteData={load} view="unified" />);
    await userEvent.click(screen.getByRole('tab', { name: 'Raw' }));
    expect(screen.getByRole('tab', { name: 'Unified', selected: true })).toBeVisible();
    rerender(<LicenseView license={full} loadRemoteData={load} view="raw" />);
    expect(await screen.findByRole('tree', { name: 'Raw' })).toBeVisible();
  });

  it('shows the remote data that the license itself carries, and without any has no tabs', async () => {
    const { rerender } = render(<LicenseView license={{ ...full, remote_data: { totalUnits: 500 } }} />);
    await userEvent.click(screen.getByRole('tab', { name: 'Raw' }));
    expect(await screen.findByRole('tree', { name: 'Raw' })).toHaveTextContent(/totalUnits: ?500/);
    rerender(<LicenseView license={full} />);
    expect(screen.queryByRole('tab')).not.toBeInTheDocument();
    rerender(<LicenseView license={{ ...full, remote_data: {} }} inspector="none" />);
    expect(screen.queryByRole('tab')).not.toBeInTheDocument();
  });
});
