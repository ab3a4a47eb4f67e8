import { dehydrate, QueryClient } from '@tanstack/react-query';
import type { Browser } from 'playwright';
import { renderToString } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLicenseClient } from '../../src/client/index.ts';
import { licenseQueryOptions } from '../../src/query/index.ts';
import { createSandbox } from '../../src/sandbox/index.ts';
import { createLicenseProxy } from '../../src/server/index.ts';
import { App } from './hydration/App.tsx';
import { bundle, launch, openTab, serve } from './hydration/site.ts';

const sandbox = createSandbox();
const cards = sandbox.accounts
  .filter(({ status, label }) => status === 'active' && /^(Cisco Meraki|Salesforce|Webex)$/.test(label))
  .flatMap(({ id, licenses: [license] }) =>
    license ? [{ licenseId: license.id, integratedAccountId: id, organizations: license.organizations }] : [],
  );

/** What each request carried that came to the proxy, over HTTP or within the server. */
const asked: { url: string; origin: 'browser' | 'server' }[] = [];

const proxy = createLicenseProxy({
  token: sandbox.token,
  authorize: ({ integratedAccountId }) => (integratedAccountId ? { integratedAccountId } : null),
  fetch: (request) => sandbox.fetch(request),
});

async function page(isPrefetched: boolean): Promise<string> {
  const client = createLicenseClient({
    baseUrl: 'http://internal.invalid/api/truto',
    scope: 'tenant',
    fetch: (input) => {
      const request = new Request(input);
      asked.push({ url: request.url, origin: 'server' });
      return proxy(request);
    },
  });
  const queryClient = new QueryClient();
  if (isPrefetched) {
    await Promise.all(cards.map((params) => queryClient.prefetchQuery(licenseQueryOptions(client, params))));
  }
  const state = dehydrate(queryClient);
  const html = renderToString(<App client={client} cards={cards} state={state} />);
  const data = JSON.stringify({ cards, state }).replaceAll('<', '\\u003c');
  return `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><div id="root">${html}</div>
<script type="application/json" id="data">${data}</script><script type="module" src="/entry.js"></script>`;
}

let site: Awaited<ReturnType<typeof serve>>;
let browser: Browser;

beforeAll(async () => {
  const { script } = await bundle('test/react/hydration/entry.tsx');
  site = await serve(async (request) => {
    const { pathname } = new URL(request.url);
    const html = { headers: { 'content-type': 'text/html' } };
    if (pathname === '/prefetched') return new Response(await page(true), html);
    if (pathname === '/plain') return new Response(await page(false), html);
    if (pathname === '/entry.js')
      return new Response(script, { headers: { 'content-type': 'text/javascript' } });
    asked.push({ url: request.url, origin: 'browser' });
    return proxy(request);
  });
  browser = await launch();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** Opens a page, and waits until every card is ready. */
async function open(path: string) {
  asked.length = 0;
  const { tab, messages, close } = await openTab(browser);
  await tab.goto(site.origin + path);
  await tab.waitForSelector('[data-hydrated="true"]');
  await tab.waitForFunction(
    (count) => document.querySelectorAll('[data-lk-part="license"][data-state="ready"]').length === count,
    cards.length,
  );
  const html = await tab.content();
  await close();
  return { html, messages };
}

describe('a page rendered on a server', () => {
  it('that prefetched through the proxy shows its licenses before any script, and not the API token', async () => {
    asked.length = 0;
    const html = await (await fetch(`${site.origin}/prefetched`)).text();
    expect(cards).toHaveLength(3);
    expect(html.split('<script')[0]?.match(/data-state="ready"/g)).toHaveLength(3);
    expect(html.split('<script')[0]).toContain('Webex Meetings Suite');
    expect(html).not.toContain(sandbox.token);
    expect(asked.map(({ origin: from }) => from)).toEqual(['server', 'server', 'server']);
  });

  it('hydrates in a browser of another zone and language without a warning, and asks nothing again', async () => {
    const { html, messages } = await open('/prefetched');
    expect(messages).toEqual([]);
    expect(asked.filter(({ origin: from }) => from === 'browser')).toEqual([]);
    expect(html).not.toContain(sandbox.token);
  }, 30_000);

  it('that prefetched nothing asks once for each card', async () => {
    const { messages } = await open('/plain');
    expect(messages).toEqual([]);
    expect(asked.filter(({ origin: from }) => from === 'server')).toEqual([]);
    expect(new Set(asked.map(({ url }) => url)).size).toBe(cards.length);
    expect(asked).toHaveLength(cards.length);
  }, 30_000);
});
