import { PassThrough, Readable } from 'node:stream';
import type { Browser } from 'playwright';
import { renderToPipeableStream } from 'react-dom/server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLicenseClient } from '../../src/client/index.ts';
import { createSandbox } from '../../src/sandbox/index.ts';
import { createLicenseProxy } from '../../src/server/index.ts';
import { bundle, launch, openTab, serve } from './hydration/site.ts';
import { StreamedPage } from './hydration/Streamed.tsx';

const sandbox = createSandbox();
const cards = sandbox.accounts
  .filter(({ status, label }) => status === 'active' && /^(Cisco Meraki|Salesforce|Webex)$/.test(label))
  .flatMap(({ id, vendor, licenses: [license] }) =>
    license
      ? [
          {
            vendor,
            params: {
              licenseId: license.id,
              integratedAccountId: id,
              organizations: license.organizations,
            },
          },
        ]
      : [],
  );

/** Truto's answers wait until the test lets them go. */
let gate = { open: () => {}, opened: Promise.resolve() };
/** What the browser asked of the proxy. */
const asked: string[] = [];

const proxy = createLicenseProxy({
  token: sandbox.token,
  authorize: ({ integratedAccountId }) => (integratedAccountId ? { integratedAccountId } : null),
  fetch: async (request) => {
    await gate.opened;
    return sandbox.fetch(request);
  },
});

/** The page, sent as React makes it. */
function stream(): Response {
  const client = createLicenseClient({
    baseUrl: 'http://internal.invalid/api/truto',
    scope: 'tenant',
    fetch: (input) => proxy(new Request(input)),
  });
  const body = new PassThrough();
  const { pipe } = renderToPipeableStream(<StreamedPage client={client} cards={cards} />, {
    bootstrapModules: ['/entry.js'],
    onShellReady: () => pipe(body),
  });
  return new Response(Readable.toWeb(body) as ReadableStream, { headers: { 'content-type': 'text/html' } });
}

let site: Awaited<ReturnType<typeof serve>>;
let browser: Browser;

beforeAll(async () => {
  const { script, style } = await bundle('test/react/hydration/streamed-entry.tsx');
  site = await serve(async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/') return stream();
    if (pathname === '/entry.js')
      return new Response(script, { headers: { 'content-type': 'text/javascript' } });
    if (pathname === '/entry.css') return new Response(style, { headers: { 'content-type': 'text/css' } });
    asked.push(request.url);
    return proxy(request);
  });
  browser = await launch();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

beforeEach(() => {
  asked.length = 0;
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  gate = { open, opened };
});

const count = (html: string, state: string) => html.split(`data-state="${state}"`).length - 1;

describe('a page that streams its cards', () => {
  it('sends the shell with skeletons first, and the licenses in the same answer once they are there', async () => {
    const response = await fetch(site.origin);
    let html = '';
    let shell = '';
    for await (const text of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
      html += text;
      if (!shell && count(html, 'loading') === cards.length) {
        shell = html;
        gate.open();
      }
    }
    expect(count(shell, 'loading')).toBe(3);
    expect(count(shell, 'ready')).toBe(0);
    expect(cards).toHaveLength(3);
    expect(count(html, 'ready')).toBe(3);
    expect(html).toContain('Webex Meetings Suite');
    expect(html).not.toContain(sandbox.token);
  });

  it('hydrates far from the server without a warning, a second request or a shift of the layout', async () => {
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).not.toBe('Asia/Tokyo');
    const { tab, messages, close } = await openTab(browser);
    await tab.addInitScript(() => {
      const shifts: string[] = [];
      Reflect.set(globalThis, 'shifts', shifts);
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          for (const { node, previousRect, currentRect } of Reflect.get(entry, 'sources')) {
            const name =
              node?.dataset?.['lkPart'] ?? node?.parentElement?.dataset['lkPart'] ?? node?.nodeName;
            shifts.push(`${name} ${JSON.stringify(previousRect)} → ${JSON.stringify(currentRect)}`);
          }
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await tab.goto(site.origin, { waitUntil: 'commit' });
    await tab.waitForSelector('[data-hydrated="true"]', { state: 'attached' });
    expect(await tab.locator('[data-lk-part="license"][data-state="loading"]').count()).toBe(3);

    gate.open();
    await tab.locator('[data-lk-part="license"][data-state="ready"]').nth(2).waitFor();
    // Hydrated: the card says how long ago it was fetched, which a server does not.
    await tab.waitForFunction(
      () =>
        [...document.querySelectorAll('[data-lk-part="freshness"] time')].filter(
          (time) => !/\d{4}/.test(time.textContent ?? ''),
        ).length === 3,
    );
    const shifts = await tab.evaluate(() => Reflect.get(globalThis, 'shifts'));
    await close();
    expect(messages).toEqual([]);
    expect(asked).toEqual([]);
    expect(shifts).toEqual([]);
  }, 30_000);
});
