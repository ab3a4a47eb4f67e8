// Builds every example on the packed kit, outside the repository, starts it and opens it in Chromium.
// `npm run build` comes first. `node scripts/examples.mjs next mui` takes only those.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from 'playwright';
import { build } from 'vite';
import { chromiumArgs, findBrowser } from './browser.mjs';
import { packKit } from './packed-apps.mjs';

/** @import { Browser, Cookie, Page } from 'playwright' */
/** @import { App } from './packed-apps.mjs' */

const ready = '[data-lk-part=license][data-state=ready]';
/** Far from the browser's zone: a date that either side prints in its own would differ. */
const serverZone = { TZ: 'Pacific/Auckland', NEXT_TELEMETRY_DISABLED: '1' };
const browserZone = { timezoneId: 'America/New_York', locale: 'en-US' };

/** Apps without a server bring the sandbox along, and with it the sandbox's token. */
const sandboxInPage = () => true;

const kit = await packKit();
const executablePath = await findBrowser();
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: chromiumArgs });

/** What is done with each example; answers what was seen. @type {Record<string, () => Promise<string>>} */
const checks = {
  next: async () => showServerRendered(await kit.install('next'), '.next/static'),

  'react-router': async () => showServerRendered(await kit.install('react-router'), 'build/client'),

  node: async () => {
    const app = await kit.install('node');
    await app.run('npx', 'tsc');
    const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));
    const entries = Object.keys(exports).filter((entry) => !/\.(?:css|json)$/.test(entry));
    for (const entry of entries) {
      const specifier = join('truto-license-kit', entry);
      await app.run('node', '--input-type=module', '--eval', `await import('${specifier}')`);
    }
    const printed = await app.run('node', 'report.js');
    assert.match(readFileSync(join(app.path, 'license.html'), 'utf8'), /data-state="ready"/);
    return `${entries.length} entries imported; ${printed.trim()}`;
  },

  vite: async () => {
    const app = await kit.install('vite');
    const bytes = await weighBadge(app);
    assert(bytes < 1500, `ProductStatusBadge alone weighs ${bytes} bytes`);
    await app.build('dist', sandboxInPage);
    return `${await showCards(app, 1)}; ProductStatusBadge alone ${bytes} bytes brotli`;
  },

  'vite, React 18': async () => {
    const react18 = ['react@18.3.1', 'react-dom@18.3.1', '@types/react@18.3.31', '@types/react-dom@18.3.7'];
    const app = await kit.install('vite', react18);
    await app.build('dist', sandboxInPage);
    return showCards(app, 1);
  },

  mui: async () => {
    const app = await kit.install('mui');
    await app.build('dist', sandboxInPage);
    return showCards(app, 2, async (page) => {
      const before = await backgrounds(page, 'header');
      await page.getByRole('button', { name: 'Switch to dark' }).click();
      await page.getByRole('button', { name: 'Switch to light' }).waitFor();
      assert.notEqual((await backgrounds(page, 'header')).card, before.card);
    });
  },

  'vite-shadcn': async () => {
    const app = await kit.install('vite-shadcn');
    await app.build('dist');
    return showCards(app, 2, async (page) => {
      const before = await backgrounds(page, 'body');
      await page.getByRole('button', { name: 'Light or dark' }).click();
      assert.notEqual((await backgrounds(page, 'body')).card, before.card);
      await refuseOthers(page);
    });
  },
};

/**
 * The page of an app that renders in the browser shows so many cards, and reports nothing.
 *
 * @param {App} app @param {number} count @param {(page: Page) => Promise<void>} [then]
 */
async function showCards(app, count, then) {
  const { url, stop } = await app.serve('start', serverZone);
  try {
    const visit = await open(url);
    await signIn(visit.page);
    await visit.page
      .locator(ready)
      .nth(count - 1)
      .waitFor();
    await then?.(visit.page);
    assert.deepEqual(visit.messages, []);
    const title = await visit.page.locator(ready).first().getByRole('heading').first().innerText();
    await visit.close();
    return `built, ${count === 1 ? 'a card shows' : `${count} cards, the first shows`} “${title}”`;
  } finally {
    stop();
  }
}

/**
 * The page of an app that renders on its server holds the first card at once and the second in the same answer;
 * hydration says nothing, asks nothing, moves nothing and changes no date. Built, and while developing, where React
 * tells of every attribute that differs.
 *
 * @param {App} app @param {string} client the folder of its build that browsers are served
 */
async function showServerRendered(app, client) {
  await app.build(client);
  const seen = [await serverRendered(app, 'start'), await serverRendered(app, 'dev')];
  return `${seen[0]}; developing too`;
}

/** @param {App} app @param {string} script */
async function serverRendered(app, script) {
  const { url, stop } = await app.serve(script, serverZone);
  try {
    const entrance = await open(url);
    await signIn(entrance.page);
    await entrance.page.locator(ready).nth(1).waitFor();
    const cookies = await entrance.page.context().cookies();
    await refuseOthers(entrance.page);
    await entrance.close();

    const { atOnce, whole } = await readStream(url, cookies);
    assert.equal(cardsIn(atOnce), 1, 'the first HTML holds the first card alone');
    assert.equal(cardsIn(whole), 2, 'the second card follows in the same answer');
    assert(!whole.includes('sandbox-api-token'), 'the page holds the API token');

    const visit = await open(url, cookies);
    // On a server the card prints when it was fetched; in the browser, how long ago that was.
    await visit.page.waitForFunction(
      () =>
        [...document.querySelectorAll('[data-lk-part=freshness] time')].filter(
          (each) => !/\d{4}/.test(each.textContent),
        ).length === 2,
    );
    const asked = visit.asked.length;
    const shift = await visit.page.evaluate(() => Reflect.get(globalThis, 'layoutShift'));
    const dates = await datesIn(visit.page, await visit.page.content());
    assert(dates.length > 0);
    assert.deepEqual(dates, await datesIn(visit.page, whole), 'hydration changed a date');
    assert.equal(asked, 0, 'hydration asked for licenses again');
    assert.equal(shift, 0, 'the layout shifted');
    await visit.page.getByRole('tab', { name: 'Raw' }).first().click();
    await visit.page.getByRole('tree').waitFor();
    assert.equal(visit.asked.length, 1, 'the Raw tab asks once');
    assert.deepEqual(visit.messages, []);
    await visit.close();
    return `first card in the first HTML, second streamed, ${asked} requests, shift ${shift}, ${dates.length} dates equal in two zones`;
  } finally {
    stop();
  }
}

/**
 * Opens a page and keeps what it reports and what it asks the proxy.
 *
 * @param {string} url @param {Cookie[]} [cookies]
 */
async function open(url, cookies = []) {
  const context = await browser.newContext(browserZone);
  await context.addCookies(cookies);
  await context.addInitScript(() => {
    Reflect.set(globalThis, 'layoutShift', 0);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        Reflect.set(
          globalThis,
          'layoutShift',
          Reflect.get(globalThis, 'layoutShift') + Reflect.get(entry, 'value'),
        );
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  /** @type {string[]} */
  const messages = [];
  /** @type {string[]} */
  const asked = [];
  page.on('pageerror', (error) => messages.push(error.message));
  page.on('console', (message) => {
    if (['warning', 'error'].includes(message.type())) messages.push(message.text());
  });
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/api/truto/')) asked.push(request.url());
  });
  await page.goto(url);
  return { page, messages, asked, close: () => context.close() };
}

/**
 * Signs in where a page asks for it. A server for development reloads its first page once it knows what to bundle: what
 * was pressed at that moment is pressed again.
 *
 * @param {Page} page
 */
async function signIn(page) {
  const enter = page.getByRole('button', { name: 'Sign in as Ada' });
  const card = page.locator(ready).first();
  for (let attempt = 0; attempt < 3; attempt += 1) {
    await card.or(enter).first().waitFor();
    if (!(await enter.isVisible())) return;
    await enter.click();
    const isIn = await card.waitFor({ timeout: 20_000 }).then(
      () => true,
      () => false,
    );
    if (isIn) return;
  }
}

/** The proxy answers Ada for her account, refuses her another one, and refuses whoever is not signed in. @param {Page} page */
async function refuseOthers(page) {
  const { origin } = new URL(page.url());
  const licenses = `${origin}/api/truto/unified/user-directory/licenses/`;
  const own = await page.request.get(`${licenses}a0LXa0000001AaAIAU`);
  const other = await page.request.get(
    `${licenses}100Xa0000000AbCIAU?integrated_account_id=e4a1c7d0-5b92-4c38-8f16-9d2b0a7e6f31`,
  );
  const nobody = await fetch(`${licenses}a0LXa0000001AaAIAU`);
  assert.deepEqual([own.status(), other.status(), nobody.status], [200, 403, 401]);
}

/** Reads a page as it arrives: what came with its first card, and all of it. @param {string} url @param {Cookie[]} cookies */
async function readStream(url, cookies) {
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const response = await fetch(url, { headers: { cookie, 'user-agent': 'Mozilla/5.0 Chrome/140' } });
  assert.equal(response.status, 200);
  let whole = '';
  let atOnce = '';
  for await (const text of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
    whole += text;
    if (!atOnce && cardsIn(whole) > 0) atOnce = whole;
  }
  return { atOnce, whole };
}

/** @param {string} html */
function cardsIn(html) {
  return html.split('data-state="ready"').length - 1;
}

/**
 * The dates of the licenses in a page, as they are told in full. In short, the browser says how long ago some were.
 *
 * @param {Page} page @param {string} html
 */
function datesIn(page, html) {
  return page.evaluate((text) => {
    const times = new DOMParser()
      .parseFromString(text, 'text/html')
      .querySelectorAll('[data-lk-part=details] time');
    return [...times].map((time) => `${time.getAttribute('datetime')}: ${time.getAttribute('title')}`);
  }, html);
}

/** @param {Page} page @param {string} host */
async function backgrounds(page, host) {
  /** @param {string} selector */
  const of = (selector) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  return { card: await of(ready), host: await of(host) };
}

/** What an app's bundle holds that imports the badge alone, React aside, in bytes after brotli. @param {App} app */
async function weighBadge({ path }) {
  const input = join(path, 'badge.js');
  writeFileSync(input, `export { ProductStatusBadge } from 'truto-license-kit';`);
  const built = await build({
    configFile: false,
    root: path,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      rolldownOptions: {
        input,
        external: /^(?:react|react-dom|@tanstack\/react-query)(?:\/|$)/,
        preserveEntrySignatures: 'strict',
      },
    },
  });
  const chunks = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  return chunks.reduce(
    (sum, file) => sum + brotliCompressSync(file.type === 'chunk' ? file.code : file.source).length,
    0,
  );
}

const wanted = process.argv.slice(2);
const waiting = Object.entries(checks).filter(([name]) => wanted.length === 0 || wanted.includes(name));

async function work() {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [name, check] = next;
    const started = Date.now();
    const [mark, seen] = await check().then(
      (text) => ['✓', text],
      (error) => ['✗', error instanceof Error ? error.stack : error],
    );
    if (mark === '✗') process.exitCode = 1;
    console.log(`${mark} ${name}: ${seen} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  }
}

try {
  // Two at a time: an installation waits more than it computes.
  await Promise.all([work(), work()]);
} finally {
  await browser.close();
  kit.remove();
}
