import { QueryClient } from '@tanstack/react-query';
import { type ReactNode, StrictMode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { page, userEvent } from 'vitest/browser';
import '../../src/styles/styles.css';
import {
  LicenseCard,
  type LicenseCardProps,
  LicenseProvider,
  LicenseView,
  type LoadRemoteData,
  ProductsList,
  RolesList,
} from '../../src/index.ts';
import { connect } from './connect.ts';
import { failure, full } from './samples.ts';

const body = { text: '{"totalUnits": 500}', contentType: 'application/json', bytes: 19 };
const load = () => Promise.resolve(body);

const focused = () => document.activeElement ?? document.body;
/** What a screen reader would call the element that has the focus. */
const name = () => {
  const element = focused();
  const labelledBy = document.getElementById(element.getAttribute('aria-labelledby') ?? '');
  return element.getAttribute('aria-label') ?? labelledBy?.textContent ?? element.textContent;
};

/** Draws it between two of the host's own buttons, the first of which has the focus. */
async function draw(children: ReactNode) {
  const frame = (inner: ReactNode) => (
    <StrictMode>
      <button>Before</button>
      <div style={{ width: 480 }}>{inner}</div>
      <button>After</button>
    </StrictMode>
  );
  const { rerender } = await render(frame(children));
  document.querySelector('button')?.focus();
  return (inner: ReactNode) => rerender(frame(inner));
}

/** Goes on with Tab until the element of that name has the focus; fails where Tab never gets there. */
async function tabTo(wanted: string) {
  const passed: string[] = [];
  while (name() !== wanted) {
    await userEvent.tab();
    if (passed.push(name()) > 20 || name() === 'After') throw new Error(`Tab went to ${passed.join(', ')}`);
  }
}

const drawCard = async (props: LicenseCardProps, { client } = connect()) =>
  draw(
    <LicenseProvider client={client} queryClient={new QueryClient()}>
      <LicenseCard {...props} />
    </LicenseProvider>,
  );

describe('the focus', () => {
  it('stays with what has just taken it', async () => {
    const card = (action: ReactNode) => <LicenseView license={full} actions={action} />;
    const rerender = await draw(card(<button key="ask">Rename</button>));
    await tabTo('Rename');
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- as hosts do
    await rerender(card(<input key="answer" aria-label="New name" autoFocus />));
    expect(name()).toBe('New name');
    await rerender(card(null));
    expect(focused().getAttribute('data-lk-part')).toBe('license');
  });
});

describe('Tab', () => {
  it('stops at each thing that can be used, in the order of reading, and goes on', async () => {
    await draw(
      <LicenseView
        license={full}
        vendor="webex"
        fetchedAt={0}
        onRefresh={load}
        loadRemoteData={load}
        maxProducts={2}
        maxRoles={1}
        actions={<a href="#manage">Manage</a>}
      />,
    );
    const stops: string[] = [];
    while (name() !== 'After') {
      await userEvent.tab();
      stops.push(`${focused().getAttribute('role') ?? focused().localName} ${name()}`);
    }
    expect(stops).toEqual([
      'tab Unified',
      'tabpanel Unified',
      'button Show 2 more',
      'button +3 more',
      'button Copy ID',
      'a Manage',
      'button Refresh',
      'button After',
    ]);
    await userEvent.tab({ shift: true });
    expect(name()).toBe('Refresh');
  });

  it('shows where it is, with a ring that nothing cuts', async () => {
    await draw(
      <LicenseView license={full} onRefresh={load} loadRemoteData={load} maxProducts={2} maxRoles={1} />,
    );
    const card = page.getByRole('article').element().getBoundingClientRect();
    const cut: string[] = [];
    for (let step = 0; step < 6; step += 1) {
      await userEvent.tab();
      const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(focused());
      const reach = Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset);
      const { left, right, top, bottom } = focused().getBoundingClientRect();
      const isWhole =
        left - reach >= card.left &&
        right + reach <= card.right &&
        top - reach >= card.top &&
        bottom + reach <= card.bottom;
      if (outlineStyle !== 'solid' || !isWhole) cut.push(name());
    }
    expect(cut).toEqual([]);
    expect(name()).toBe('Refresh');
  });

  it('passes a card that loads, which has nothing to use', async () => {
    await draw(<LicenseView vendor="webex" loadRemoteData={load} />);
    await userEvent.tab();
    expect(name()).toBe('After');
  });
});

describe('the keys', () => {
  it('open the tabs, and lead from there into what they show', async () => {
    await draw(<LicenseView license={full} loadRemoteData={load} />);
    await tabTo('Unified');
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(page.getByRole('tab', { name: 'Raw', selected: true })).toHaveFocus();
    await expect.element(page.getByRole('tree', { name: 'Raw' })).toBeVisible();
    await userEvent.keyboard('{Home}');
    await expect.element(page.getByRole('tab', { name: 'Unified', selected: true })).toHaveFocus();
    await userEvent.keyboard('{End}');
    await userEvent.tab();
    await expect.element(page.getByRole('tabpanel', { name: 'Raw' })).toHaveFocus();
  });

  it.each([
    [
      'products',
      <ProductsList key="p" products={full.products} max={1} />,
      'Show 3 more',
      full.products?.length,
    ],
    ['roles', <RolesList key="r" roles={full.roles} max={1} />, '+3 more', full.roles?.length],
  ])('show the rest of the %s and hide it again', async (_, list, more, all) => {
    await draw(list);
    await tabTo(more);
    const entries = () => page.getByRole('listitem').all().length;
    const before = entries();
    const button = focused();
    await userEvent.keyboard('{Enter}');
    expect(entries()).toBeGreaterThanOrEqual(all ?? Infinity);
    expect(focused()).toBe(button);
    await userEvent.keyboard(' ');
    expect(entries()).toBe(before);
    expect(focused()).toBe(button);
  });

  it.each(['{Enter}', ' '])('copy the id with "%s", whole and announced', async (key) => {
    await draw(
      <>
        <LicenseView license={full} />
        <textarea aria-label="Elsewhere" />
      </>,
    );
    await tabTo('Copy ID');
    await userEvent.keyboard(key);
    await expect.element(page.getByRole('status')).toHaveTextContent(/^ID copied$/);
    expect(name()).toBe('Copy ID');
    await userEvent.tab();
    await userEvent.keyboard('{ControlOrMeta>}v{/ControlOrMeta}');
    await expect.element(page.getByRole('textbox', { name: 'Elsewhere' })).toHaveValue(full.id);
  });

  it('have an account connected again', async () => {
    const onReconnect = vi.fn<() => void>();
    await draw(<LicenseView error={failure('reauth_required')} onReconnect={onReconnect} />);
    await tabTo('Reconnect');
    await userEvent.keyboard('{Enter}');
    expect(onReconnect).toHaveBeenCalledOnce();
    expect(name()).toBe('Reconnect');
  });

  it('open and close the details of an error', async () => {
    await draw(<LicenseView error={failure('upstream', { requestId: 'req-1' })} />);
    await tabTo('Details');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('req-1')).toBeVisible();
    await userEvent.keyboard(' ');
    await expect.element(page.getByText('req-1')).not.toBeInTheDocument();
    expect(name()).toBe('Details');
  });
});

describe('the focus', () => {
  it('stays on the button that refreshes, through a failure and back', async () => {
    const connection = connect();
    const card = connection.card('97 of 120');
    await drawCard(card, connection);
    await expect.element(page.getByRole('heading', { name: 'Salesforce' })).toBeVisible();
    await tabTo('Refresh');
    const button = focused();
    const end = connection.sandbox.fault({ license: card.licenseId, kind: 'status', status: 403 });
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('button', { name: 'Try again' })).toHaveFocus();
    end();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('button', { name: 'Refresh' })).toHaveFocus();
    expect(focused()).toBe(button);
  });

  it('stays on the button that tries again while it fails, and goes to the card when it succeeds', async () => {
    const connection = connect();
    const card = connection.card('97 of 120');
    connection.sandbox.fault({ license: card.licenseId, kind: 'status', status: 403, times: 2 });
    await drawCard(card, connection);
    await expect.element(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    await tabTo('Try again');
    const button = focused();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => connection.sent.length).toBe(2);
    await expect.element(page.getByRole('button', { name: 'Try again' })).toHaveFocus();
    expect(focused()).toBe(button);
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('article', { name: 'Salesforce' })).toHaveFocus();
    await userEvent.tab();
    expect(name()).toBe('Unified');
  });

  it('goes from an error in the Raw tab to the panel when trying again succeeds', async () => {
    const loads = vi
      .fn<LoadRemoteData>(load)
      .mockRejectedValueOnce(failure('network'))
      .mockRejectedValueOnce(failure('network'));
    await draw(<LicenseView license={full} loadRemoteData={loads} />);
    await tabTo('Unified');
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    await tabTo('Try again');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('tabpanel', { name: 'Raw' })).toHaveFocus();
  });
});

it('leaves the focus in the card when another license is loaded into it', async () => {
  const again = await draw(<LicenseView license={full} loadRemoteData={load} />);
  await tabTo('Unified');
  await again(<LicenseView licenseId="another" loadRemoteData={load} />);
  expect(focused()).toBe(page.getByRole('article').element());
  await again(<LicenseView license={{ ...full, id: 'another' }} loadRemoteData={load} />);
  await userEvent.tab();
  expect(name()).toBe('Unified');
});
