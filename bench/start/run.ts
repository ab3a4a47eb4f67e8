/**
 * From an empty browser to a card on the screen: the kit beside bare React with `fetch`, and beside what a careful
 * team would write by hand. Production builds over loopback HTTP, the license through the proxy and the sandbox.
 * Medians of starts in an order drawn anew each round, each in a browser context of its own, as ratios to bare React.
 * Run: npx tsx bench/start/run.ts; ROUNDS sets how many starts, OUT a file for the figures as JSON.
 */
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import process from 'node:process';
import react from '@vitejs/plugin-react';
import { chromium } from 'playwright';
import { build } from 'vite';
import { chromiumArgs, findBrowser } from '../../scripts/browser.mjs';
import { toNodeHandler } from '../../scripts/node-http.ts';
import { createSandbox } from '../../src/sandbox/index.ts';
import { createLicenseProxy } from '../../src/server/index.ts';
import { resolve } from '../resolve.mjs';

const rounds = Number(process.env['ROUNDS'] ?? 75);
/** Each with its entry, and with another one for how dates are written. */
const candidates = {
  bare: { title: 'bare React and `fetch`', entry: 'bare' },
  plain: { title: 'the same, without `Intl`', entry: 'bare', format: 'format.plain.ts' },
  'by-hand': { title: 'TanStack Query and Valibot by hand', entry: 'by-hand' },
  ours: { title: 'the kit', entry: 'ours' },
};
type Candidate = keyof typeof candidates;
const names = Object.keys(candidates).filter((name): name is Candidate => name in candidates);

/** What the server answers, by path: each candidate's page, script and stylesheet. */
const files = new Map<string, { type: string; body: string | Uint8Array }>();
for (const name of names) {
  const { entry, format }: { entry: string; format?: string } = candidates[name];
  const output = await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    plugins: [react()],
    resolve: {
      ...resolve,
      alias: format
        ? [...resolve.alias, { find: './format.ts', replacement: `${import.meta.dirname}/${format}` }]
        : resolve.alias,
    },
    build: {
      write: false,
      target: 'es2022',
      cssTarget: 'esnext',
      rolldownOptions: {
        input: `${import.meta.dirname}/${entry}.tsx`,
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  let head = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">';
  for (const file of [output].flat().flatMap((result) => ('output' in result ? result.output : []))) {
    const path = `/${name}/${file.fileName}`;
    const isScript = file.type === 'chunk';
    files.set(path, {
      type: isScript ? 'text/javascript' : 'text/css',
      body: isScript ? file.code : file.source,
    });
    if (isScript && file.isEntry) head += `<script type="module" src="${path}"></script>`;
    if (!isScript) head += `<link rel="stylesheet" href="${path}">`;
  }
  files.set(`/${name}/`, { type: 'text/html', body: `${head}<div id="root"></div>` });
}

const sandbox = createSandbox({ limits: false });
const proxy = createLicenseProxy({
  token: sandbox.token,
  fetch: sandbox.fetch,
  authorize: ({ integratedAccountId }) => (integratedAccountId ? { integratedAccountId } : null),
});
const api = toNodeHandler(proxy);
const server = createServer((request, response) => {
  if (request.url?.startsWith('/api/')) return api(request, response);
  const file = files.get(request.url ?? '');
  response.writeHead(file ? 200 : 404, { 'content-type': file?.type ?? 'text/plain' });
  return response.end(file?.body);
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;

const executablePath = await findBrowser();
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: chromiumArgs });

/** Milliseconds from the start of the navigation until the frame after the one that has the card is drawn. */
async function start(name: Candidate): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    const drawn = new Promise<number>((resolve) => {
      const watch = new MutationObserver(() => {
        if (!document.querySelector('[role=meter]')) return;
        watch.disconnect();
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
      });
      watch.observe(document, { childList: true, subtree: true });
    });
    Object.assign(window, { drawn });
  });
  const failed = page.waitForEvent('pageerror', { timeout: 0 }).then((error) => Promise.reject(error));
  await page.goto(`${origin}/${name}/`);
  const milliseconds = await Promise.race([page.evaluate<number>('drawn'), failed]);
  failed.catch(() => {});
  await context.close();
  return milliseconds;
}

/** @param all in any order */
const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[all.length >> 1] ?? NaN;

for (const name of names) await start(name);
const taken: Record<Candidate, number[]> = { bare: [], plain: [], 'by-hand': [], ours: [] };
for (let round = 0; round < rounds; round += 1) {
  const order = names.map((name) => ({ name, place: Math.random() }));
  for (const { name } of order.toSorted((a, b) => a.place - b.place)) taken[name].push(await start(name));
}
await browser.close();
server.close();

const rows = names.map((name) => ({
  name,
  milliseconds: median(taken[name]),
  ratio: median(taken[name].map((each, round) => each / (taken.bare[round] ?? NaN))),
}));
console.log('| from navigation to the card | milliseconds | ÷ bare |\n| --- | --: | --: |');
for (const { name, milliseconds, ratio } of rows) {
  console.log(`| ${candidates[name].title} | ${milliseconds.toFixed(0)} | ${ratio.toFixed(2)} |`);
}
if (process.env['OUT']) writeFileSync(process.env['OUT'], JSON.stringify({ rounds, rows }, null, 2));
