import { QueryClient } from '@tanstack/react-query';
import { type ReactNode, StrictMode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import '../../src/styles/styles.css';
import {
  type License,
  LicenseCard,
  LicenseProvider,
  LicenseView,
  type LicenseViewProps,
  ProductStatusBadge,
  SeatUsage,
} from '../../src/index.ts';
import { connect } from './connect.ts';
import { full } from './samples.ts';

const load = () => new Promise<never>(() => {});
const ready: Partial<LicenseViewProps> = { fetchedAt: 1, onRefresh: load, loadRemoteData: load };

const samples: Record<'webex' | 'cisco_meraki' | 'salesforce', License> = {
  webex: { id: 'Y2lzY29zcGFyazovL3VzL0xJQ0VOU0Uv', name: 'Webex Calling', assigned_quantity: 53 },
  cisco_meraki: { id: '900100200300402', status: 'active', available_quantity: 25, created_at: '2025-11-20' },
  salesforce: {
    id: '100Xa0000000AbCIAU',
    name: 'Salesforce',
    status: 'active',
    assigned_quantity: 97,
    available_quantity: 120,
    is_paid: true,
    created_at: '2021-03-09',
    updated_at: '2026-08-17',
  },
};

const sheets: CSSStyleSheet[] = [];
/** What a host's own stylesheet says, as long as one test runs. */
function hostSays(css: string) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  sheets.push(sheet);
  document.adoptedStyleSheets = [sheet, ...document.adoptedStyleSheets];
}
afterEach(() => {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet));
});

const page = (children: ReactNode, width = 480) => (
  <StrictMode>
    <div id="page" style={{ width }}>
      {children}
    </div>
  </StrictMode>
);
const draw = (children: ReactNode, width?: number) => render(page(children, width));
function part(name: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`[data-lk-part="${name}"]`);
  if (!found) throw new Error(`no ${name} is drawn`);
  return found;
}
const box = (element: Element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x, y, width, height].map((length) => Math.round(length * 10) / 10);
};
const boxes = () =>
  [...document.querySelectorAll('[data-lk-part]:not([data-lk-part="status"])')].map((element) => [
    element.getAttribute('data-lk-part'),
    ...box(element),
  ]);

/** Two frames, in which what was laid out is painted and measured. */
const painted = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))));

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
}

/** Collects what Chromium counts as layout shifts from now on: their score, and what moved. */
function watchShifts() {
  const shifts: string[] = [];
  const take = (entries: readonly PerformanceEntry[]) => {
    for (const { value, hadRecentInput, sources } of entries as readonly LayoutShift[]) {
      const moved = sources.map(({ node }) => (node instanceof Element ? node.outerHTML : node?.textContent));
      if (!hadRecentInput) shifts.push(`${value}: ${moved.join(', ')}`);
    }
  };
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ type: 'layout-shift', buffered: false });
  return () => {
    take(observer.takeRecords());
    return shifts;
  };
}

describe('a card', () => {
  it.each(['webex', 'cisco_meraki', 'salesforce'] as const)(
    'of %s takes from the first paint the height that it needs',
    async (vendor) => {
      const { rerender } = await draw(<LicenseView vendor={vendor} loadRemoteData={load} />);
      const [, , , loading] = box(part('license'));
      await rerender(
        <div id="page" style={{ width: 480 }}>
          <LicenseView vendor={vendor} license={samples[vendor]} {...ready} />
        </div>,
      );
      const [, , , loaded] = box(part('license'));
      expect(loaded).toBe(loading);
    },
  );

  it('without tabs is as high while it loads, narrow as it may be', async () => {
    const card = { vendor: 'salesforce', inspector: 'none', loadRemoteData: load } as const;
    const { rerender } = await draw(<LicenseView {...card} />, 320);
    const [, , , loading] = box(part('license'));
    await rerender(page(<LicenseView {...card} {...ready} license={samples.salesforce} />, 320));
    const [, , , loaded] = box(part('license'));
    expect(loaded).toBe(loading);
  });

  it('without a number of seats is no lower than its skeleton', async () => {
    const { rerender } = await draw(<LicenseView vendor="cisco_meraki" loadRemoteData={load} />);
    const loading = part('license').getBoundingClientRect().height;
    const { available_quantity: _, ...uncounted } = samples.cisco_meraki;
    await rerender(page(<LicenseView vendor="cisco_meraki" license={uncounted} {...ready} />));
    expect(Math.abs(part('license').getBoundingClientRect().height - loading)).toBeLessThan(1);
  });

  it.each([
    ['webex', 'Meetings suite'],
    ['cisco_meraki', '25 Systems Manager seats'],
    ['salesforce', '97 of 120'],
  ])('of %s becomes ready and is refreshed, and shifts nothing', async (_, label) => {
    const shifts = watchShifts();
    const { client, sent, card } = connect();
    await draw(
      <LicenseProvider client={client} queryClient={new QueryClient()}>
        <LicenseCard {...card(label)} />
        <p>What stands below it</p>
      </LicenseProvider>,
    );
    expect(part('license').dataset['state']).toBe('loading');
    await painted();
    await expect.poll(() => part('license').dataset['state']).toBe('ready');
    await painted();
    // Not by a real click: what moves within half a second of one is not counted.
    for (const button of document.querySelectorAll<HTMLElement>('[data-lk-part="button"]')) button.click();
    await expect.poll(() => sent.length).toBe(2);
    await expect.poll(() => part('license').ariaBusy).toBe(null);
    await painted();
    expect(shifts()).toEqual([]);
  });

  it('that takes more room than it had is seen to shift what stands below it', async () => {
    const shifts = watchShifts();
    const below = <p key="below">What stands below it</p>;
    const { rerender } = await draw([<LicenseView key="card" vendor="webex" />, below]);
    await painted();
    await rerender(page([<LicenseView key="card" vendor="webex" license={full} />, below]));
    await expect.poll(() => shifts().join(' ')).toContain('What stands below it');
  });

  const clipOf = (name: string) => getComputedStyle(part(name)).clipPath;
  const hidden = 'inset(50%)';
  /** Longer than a test, however busy the machine. Important, since what a host says comes before the kit's rules. */
  const muchLater = '[data-lk-part] { transition-delay: 60s !important }';

  it('shows nothing at first, in the room that it has had since the first paint, and itself once it is there', async () => {
    hostSays(muchLater);
    const { rerender } = await draw(<LicenseView vendor="webex" />);
    expect(clipOf('license')).toBe(hidden);
    expect(part('skeleton').getBoundingClientRect().height).toBeGreaterThan(100);
    await rerender(page(<LicenseView vendor="webex" license={full} {...ready} />));
    expect(clipOf('license')).toBe('none');
  });

  it('shows its skeleton after 150 ms, and all of its shadow', async () => {
    await draw(<LicenseView vendor="webex" />);
    for (const name of ['license', 'skeleton']) {
      expect(getComputedStyle(part(name)).transitionDelay).toBe('0.15s');
      await expect.poll(() => clipOf(name)).toBe('inset(-144px)');
    }
  });

  it('that gives way to another stays, can be focused, and shows no skeleton at first', async () => {
    hostSays(muchLater);
    const { rerender } = await draw(<LicenseView vendor="webex" license={full} {...ready} />);
    document.querySelector<HTMLElement>('[data-lk-part="button"]')?.focus();
    await rerender(page(<LicenseView vendor="webex" />));
    expect(document.activeElement).toBe(part('license'));
    expect(clipOf('license')).toBe('inset(-144px)');
    expect(clipOf('skeleton')).toBe(hidden);
  });

  it('moves nothing while it is refreshed', async () => {
    const card = (isRefreshing: boolean) => (
      <div id="page" style={{ width: 480 }}>
        <LicenseView vendor="webex" license={full} {...ready} isRefreshing={isRefreshing} />
      </div>
    );
    const { rerender } = await render(card(false));
    const blocks = () => boxes().filter(([name]) => name !== 'time');
    const before = blocks();
    await rerender(card(true));
    expect(blocks()).toEqual(before);
  });

  it('puts its tabs below its name where it is narrow, and its sections side by side where it is wide', async () => {
    const card = <LicenseView vendor="webex" license={full} {...ready} />;
    await draw(card, 320);
    expect(part('tabs').getBoundingClientRect().top).toBeGreaterThan(
      part('title').getBoundingClientRect().bottom,
    );
    part('license').parentElement?.style.setProperty('width', '900px');
    const [products, roles] = [part('products'), part('roles')].map((each) => each.getBoundingClientRect());
    expect(roles?.left).toBeGreaterThanOrEqual(products?.right ?? Infinity);
    expect(roles?.top).toBe(products?.top);
  });

  it.each([320, 480, 900])('lets nothing stick out at %i px, whatever the texts', async (width) => {
    const word = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
    const license = {
      ...full,
      id: word,
      name: word,
      description: word,
      status: word,
      products: [{ name: word, status: word }],
      roles: [{ name: word }],
      assigned_quantity: Number.MAX_VALUE,
      available_quantity: Number.MAX_VALUE,
      currency: word,
      created_at: word,
    };
    await draw(<LicenseView vendor="webex" license={license} {...ready} />, width);
    const card = part('license').getBoundingClientRect();
    const outside = boxes().filter(
      ([, x, , wide]) => Number(x) < card.left || Number(x) + Number(wide) > card.right + 1,
    );
    // The scale of the meter lies half outside of the meter, which cuts it.
    expect(outside.filter(([name]) => !String(name).startsWith('meter'))).toEqual([]);
    expect(part('license').scrollWidth).toBeLessThanOrEqual(part('license').clientWidth);
  });

  it.each(['', ':root { font-size: 62.5% }', '#page { --lk-control-size: 12px }'])(
    'offers nothing smaller than 24 px to a finger, where a host says %j',
    async (css) => {
      hostSays(css);
      await draw(<LicenseView vendor="webex" license={full} {...ready} maxRoles={1} density="compact" />);
      const targets = [...document.querySelectorAll('button')].map((button) => [
        button.textContent,
        ...box(button),
      ]);
      expect(targets.filter(([, , , width, height]) => Number(width) < 24 || Number(height) < 24)).toEqual(
        [],
      );
    },
  );

  it('has an id that is one line however it is copied, its end in sight', async () => {
    await draw(<LicenseView license={samples.webex} />, 320);
    document.getSelection()?.selectAllChildren(part('id'));
    expect(String(document.getSelection())).toBe(samples.webex.id);
    expect(part('id-start').scrollWidth).toBeGreaterThan(part('id-start').clientWidth);
    const [start, end] = [part('id-start'), part('id-end')].map((each) => each.getBoundingClientRect());
    expect(Math.abs((start?.bottom ?? 0) - (end?.bottom ?? 99))).toBeLessThan(3);
    expect(part('copy').getBoundingClientRect().left).toBeGreaterThan(
      part('id-end').getBoundingClientRect().right,
    );
    expect(part('copy').getBoundingClientRect().bottom).toBeLessThan(
      part('id').getBoundingClientRect().bottom + 12,
    );
    document.getSelection()?.removeAllRanges();
  });

  it('is hidden where a host hides it, whole or a part of it', async () => {
    await draw(
      <>
        <LicenseView license={full} hidden />
        <ProductStatusBadge status="active" hidden />
      </>,
    );
    expect(part('license').checkVisibility()).toBe(false);
    expect([...document.querySelectorAll('[data-lk-part]')].some((each) => each.checkVisibility())).toBe(
      false,
    );
  });

  it('is skipped by the browser far down a long list, at about its own height, and drawn whole in a short one', async () => {
    const cards = (count: number) =>
      Array.from({ length: count }, (_, index) => (
        <LicenseView key={index} vendor="webex" license={full} loadRemoteData={load} />
      ));
    const isDrawn = (panel: Element | undefined) =>
      panel?.firstElementChild?.checkVisibility({ contentVisibilityAuto: true });
    const panels = () => [...document.querySelectorAll('[data-lk-part="panel"]:not([hidden])')];
    await draw(cards(20));
    expect(panels().every(isDrawn)).toBe(true);
    await draw(cards(60));
    const last = panels().at(-1);
    await expect.poll(() => isDrawn(last)).toBe(false);
    const guess = last?.getBoundingClientRect().height ?? 0;
    last?.scrollIntoView();
    await expect.poll(() => isDrawn(last)).toBe(true);
    const height = last?.getBoundingClientRect().height ?? 0;
    expect(Math.abs(height - guess)).toBeLessThan(64);
  });
});

describe('a token', () => {
  const color = (element: Element, property: string) => getComputedStyle(element).getPropertyValue(property);

  it('counts on any ancestor, the nearest first', async () => {
    hostSays('.outer { --lk-surface: rgb(1 2 3); --lk-radius: 3px } .inner { --lk-surface: rgb(4 5 6) }');
    await draw(
      <div className="outer">
        <LicenseView className="first" license={full} />
        <div className="inner">
          <LicenseView className="second" license={full} />
        </div>
      </div>,
    );
    const [first, second] = ['.first', '.second'].map(
      (name) => document.querySelector(name) ?? document.body,
    );
    expect(first && color(first, 'background-color')).toBe('rgb(1, 2, 3)');
    expect(second && color(second, 'background-color')).toBe('rgb(4, 5, 6)');
    expect(second && color(second, 'border-start-start-radius')).toBe('3px');
  });

  it('counts on the component itself, and what derives from it follows', async () => {
    hostSays('.mine { --lk-accent: rgb(200 0 0); --lk-positive: rgb(0 0 200) }');
    await draw(
      <>
        <SeatUsage className="mine" assigned={1} available={2} />
        <ProductStatusBadge className="mine" status="active" />
      </>,
    );
    expect(color(part('meter-fill'), 'fill')).toBe('rgb(200, 0, 0)');
    expect(color(part('badge'), 'color')).toBe('rgb(0, 0, 200)');
  });

  it('follows the scheme of the page, unless an attribute forces one', async () => {
    await draw(
      <div style={{ colorScheme: 'dark' }}>
        <LicenseView className="inherits" license={full} />
        <LicenseView className="forced" data-lk-scheme="light" license={full} />
      </div>,
    );
    const surface = (name: string) =>
      color(document.querySelector(name) ?? document.body, 'background-color');
    expect(surface('.inherits')).toBe('rgb(23, 26, 32)');
    expect(surface('.forced')).toBe('rgb(255, 255, 255)');
  });
});

describe('a host', () => {
  it('that is rude to every element moves nothing', async () => {
    const card = <LicenseView vendor="webex" license={full} {...ready} maxRoles={2} />;
    await draw(card);
    const polite = boxes();
    hostSays(`
      *, *::before, *::after { box-sizing: content-box; margin: 3px; letter-spacing: 2px; line-height: 3; text-transform: uppercase }
      h1, h2, h3, h4 { font: 700 40px/1 serif; margin: 30px 0; letter-spacing: 5px }
      p, ul, ol, dl, dd, dt, li { margin: 20px; padding: 10px; line-height: 2; text-align: right }
      ul { list-style: square inside } li { display: list-item }
      button { font: 30px/2 cursive; padding: 20px; border: 5px dotted; text-transform: uppercase; min-width: 200px }
      svg { vertical-align: top; max-width: 50%; height: auto } span, strong, code, time { font-size: 30px; padding: 5px }
      header, footer, article { padding: 40px; text-indent: 20px; word-spacing: 9px }
      body { letter-spacing: 4px; line-height: 4; text-transform: uppercase; text-align: center; word-spacing: 5px }
    `);
    document.getElementById('page')?.style.setProperty('margin', '0');
    expect(boxes().map(([name, , , ...size]) => [name, ...size])).toEqual(
      polite.map(([name, , , ...size]) => [name, ...size]),
    );
  });

  it('says by attributes which language a card is in, and that it can be dragged', async () => {
    await draw(
      <div lang="en">
        <LicenseView license={full} lang="ja" draggable />
      </div>,
    );
    const style = getComputedStyle(part('license'));
    expect(style.getPropertyValue('-webkit-locale')).toBe('"ja"');
    expect(style.getPropertyValue('-webkit-user-drag')).toBe('element');
    expect(getComputedStyle(part('title')).getPropertyValue('-webkit-locale')).toBe('"ja"');
  });

  it('overrides any part with one class or attribute', async () => {
    await draw(<LicenseView license={full} className="flat" />);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '.flat { box-shadow: none; border-radius: 1px } [data-lk-part="title"] { font-weight: 300 }',
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    sheets.push(sheet);
    expect(getComputedStyle(part('license')).boxShadow).toBe('none');
    expect(getComputedStyle(part('title')).fontWeight).toBe('300');
  });

  it('that writes from right to left has its meters fill from the right', async () => {
    await draw(
      <div dir="rtl">
        <SeatUsage assigned={1} available={4} />
      </div>,
    );
    const [meter, fill] = [part('meter'), part('meter-fill')].map((each) => each.getBoundingClientRect());
    const seen = {
      left: Math.max(fill?.left ?? 0, meter?.left ?? 0),
      right: Math.min(fill?.right ?? 0, meter?.right ?? 0),
    };
    expect(seen.right).toBeCloseTo(meter?.right ?? 0);
    expect(seen.right - seen.left).toBeCloseTo((meter?.width ?? 0) / 4);
  });
});
