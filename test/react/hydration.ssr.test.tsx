import { createServer, type Server } from 'node:http';
import { dehydrate, QueryClient } from '@tanstack/react-query';
import { type Browser, chromium } from 'playwright';
import { renderToString } from 'react-dom/server';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumArgs, findBrowser } from '../../scripts/browser.mjs';
import { toNodeHandler } from '../../scripts/node-http.ts';
import { createLicenseClient } from '../../src/client/index.ts';
import { licenseQueryOptions } from '../../src/query/index.ts';
import { createSandbox } from '../../src/sandbox/index.ts';
import { createLicenseProxy } from '../../src/server/index.ts';
import { App } from './hydration/App.tsx';

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

/** The browser's half of the page, with React's development warnings. */
async function bundle(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    mode: 'development',
    define: { 'process.env.NODE_ENV': '"development"' },
    resolve: {
      alias:
        process.env['REACT'] === '18'
          ? [
              { find: /^react-dom($|\/)/, replacement: 'react-dom18$1' },
              { find: /^react($|\/)/, replacement: 'react18$1' },
            ]
          : [],
    },
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: 'test/react/hydration/entry.tsx', output: { codeSplitting: false } },
    },
  });
  const chunks = [output].flat().flatMap((result) => ('output' in result ? result.output : []));
  return chunks.find((chunk) => chunk.type === 'chunk')?.code ?? '';
}

let server: Server;
let browser: Browser;
let origin = '';

beforeAll(async () => {
  const entry = await bundle();
  server = createServer(
    toNodeHandler(async (request) => {
      const { pathname } = new URL(request.url);
      const html = { headers: { 'content-type': 'text/html' } };
      if (pathname === '/prefetched') return new Response(await page(true), html);
      if (pathname === '/plain') return new Response(await page(false), html);
      if (pathname === '/entry.js')
        return new Response(entry, { headers: { 'content-type': 'text/javascript' } });
      asked.push({ url: request.url, origin: 'browser' });
      return proxy(request);
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '';
  const executablePath = await findBrowser();
  browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: chromiumArgs });
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await new Promise((resolve) => server?.close(resolve));
});

/** Opens a page far from the server's zone and language, and waits until every card is ready. */
async function open(path: string) {
  asked.length = 0;
  const messages: string[] = [];
  const context = await browser.newContext({ timezoneId: 'Asia/Tokyo', locale: 'de-DE' });
  const tab = await context.newPage();
  tab.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
  tab.on('pageerror', (error) => messages.push(`page error: ${error.message}`));
  await tab.goto(origin + path);
  await tab.waitForSelector('[data-hydrated="true"]');
  await tab.waitForFunction(
    (count) => document.querySelectorAll('[data-lk-part="license"][data-state="ready"]').length === count,
    cards.length,
  );
  const html = await tab.content();
  await context.close();
  return { html, messages: messages.filter((message) => !/^(info|debug|log):/.test(message)) };
}

describe('a page rendered on a server', () => {
  it('that prefetched through the proxy shows its licenses before any script, and not the API token', async () => {
    asked.length = 0;
    const html = await (await fetch(`${origin}/prefetched`)).text();
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
