// JSON viewers from text to rows on the screen, beside `<pre>`: medians of interleaved samples, each in a new page.
// `npm --prefix bench/json ci`, then `node bench/json/run.mjs`. ROUNDS=5, LIMIT=60 (seconds for a sample),
// VIEWERS=pre,ours, OUT a file for the figures as JSON.
import { writeFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { chromiumArgs, findBrowser } from '../../scripts/browser.mjs';

const known = ['pre', 'ours', 'react-json-view-lite', '@uiw/react-json-view', 'react-inspector'];
const names = known.filter((name) => process.env.VIEWERS?.split(',').includes(name) ?? true);
const texts = ['10 kB', '1 MB', '10 MB', '100k numbers', 'depth 5,000'];
const rounds = Number(process.env.ROUNDS ?? 5);
const limit = Number(process.env.LIMIT ?? 60) * 1000;
const root = import.meta.dirname;

await build({
  root,
  configFile: false,
  logLevel: 'warn',
  plugins: [react()],
  resolve: { dedupe: ['react', 'react-dom'] },
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022' },
});
const server = await preview({ root, configFile: false, preview: { port: 0, host: '127.0.0.1' } });
const url = server.resolvedUrls?.local[0] ?? '';
const executablePath = await findBrowser();
const launch = () => chromium.launch({ ...(executablePath ? { executablePath } : {}), args: chromiumArgs });
let browser = await launch();

/**
 * Runs in a new page; what takes too long, overflows or crashes answers a word instead, and takes the browser along.
 * @template Result
 * @param {(page: import('playwright').Page) => Promise<Result>} work
 * @returns {Promise<Result | string>}
 */
async function inNewPage(work) {
  const page = await browser.newPage();
  let timer;
  try {
    await page.goto(url);
    await page.waitForSelector('body[data-ready]', { state: 'attached' });
    /** @type {Promise<never>} */
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error('late')), limit);
    });
    const crashed = new Promise((_, reject) => page.on('crash', () => reject(new Error('crash'))));
    return await Promise.race([work(page), late, crashed]);
  } catch (error) {
    const text = String(error);
    await browser.close();
    browser = await launch();
    if (text.includes('late')) return `> ${limit / 1000} s`;
    return /call stack|depth/i.test(text) ? 'stack overflow' : 'crashed';
  } finally {
    clearTimeout(timer);
    await page.close().catch(() => {});
  }
}

/** @param {import('playwright').Page} page */
async function heapOf(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  return usedSize + backingStorageSize;
}

/** @type {Map<string, (import('./main.tsx').Sample | string)[]>} */
const samples = new Map();
/** What failed once at this, or at less, is not asked again. @type {Set<string>} */
const failed = new Set();
for (let round = 0; round < rounds; round += 1) {
  for (const text of texts) {
    for (const name of names) {
      const key = `${name} ${text}`;
      const opens = name !== 'pre' && !failed.has(key);
      const sample = await inNewPage((page) =>
        page.evaluate(
          ([viewer, given, opened]) => window.sample(String(viewer), String(given), opened === true),
          [name, text, opens],
        ),
      );
      if (typeof sample === 'string') {
        // Once more without opening all, for the first rows.
        failed.add(key);
        const closed = await inNewPage((page) =>
          page.evaluate(
            ([viewer, given]) => window.sample(String(viewer), String(given), false),
            [name, text],
          ),
        );
        samples.set(key, [...(samples.get(key) ?? []), sample, closed]);
      } else samples.set(key, [...(samples.get(key) ?? []), sample]);
    }
  }
}
/** @type {Map<string, number>} */
const heaps = new Map();
for (const name of names) {
  const text = '10 MB';
  const heap = await inNewPage(async (page) => {
    const before = await heapOf(page);
    await page.evaluate(([viewer, given]) => window.mount(String(viewer), String(given)), [name, text]);
    return (await heapOf(page)) - before;
  });
  if (typeof heap === 'number') heaps.set(name, heap / 1e6);
}
const version = browser.version();
await browser.close();
await server.close();

/** @param {number[]} numbers */
function median(numbers) {
  const known = numbers.filter((number) => !Number.isNaN(number)).toSorted((a, b) => a - b);
  return known[Math.floor(known.length / 2)] ?? Number.NaN;
}
/** @param {string} name @param {string} text @param {(sample: import('./main.tsx').Sample) => number} read */
function middle(name, text, read) {
  const all = samples.get(`${name} ${text}`) ?? [];
  const number = median(all.flatMap((sample) => (typeof sample === 'string' ? [] : [read(sample)])));
  return Number.isNaN(number) ? (all.find((sample) => typeof sample === 'string') ?? '') : number;
}
/** @param {number | string} value */
const cell = (value) =>
  typeof value === 'number'
    ? value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 })
    : value;

/** @type {(title: string, name: string, read: (sample: import('./main.tsx').Sample) => number) => Row} */
const row = (title, name, read) => ({
  title,
  name,
  values: Object.fromEntries(texts.map((text) => [text, middle(name, text, read)])),
});
/** @typedef {{ title: string, name: string, values: Record<string, number | string> }} Row */
/** @type {Row[]} */
const rows = [
  ...names.map((name) => row('first rows, ms', name, ({ first }) => first)),
  row('first rows beyond the parse, ms', 'ours', ({ first, ownParse }) => first - ownParse),
  ...names.filter((name) => name !== 'pre').map((name) => row('all open, ms', name, ({ open }) => open)),
  ...names.map((name) => row('DOM nodes then', name, ({ nodes }) => nodes)),
  row('last record found, ms', 'ours', ({ search }) => search),
  row('longest task over 50 ms while scrolling, ms', 'ours', ({ scroll }) => scroll),
  row('first parse in a page, ms', 'ours', ({ firstParse }) => firstParse),
  row('warm parse, ms', 'ours', ({ ownParse }) => ownParse),
  row('warm parse ÷ `JSON.parse`', 'ours', ({ ownParse, nativeParse }) =>
    nativeParse < 1 ? Number.NaN : ownParse / nativeParse,
  ),
  ...names.map((name) => ({
    title: 'heap, MB, the text and its values among it',
    name,
    values: { '10 MB': heaps.get(name) ?? '' },
  })),
];

console.log(
  `Chromium ${version}, medians of ${rounds} interleaved rounds, milliseconds until painted. Ours parses the text among it; the others are given values.\n`,
);
console.log(`| | | ${texts.join(' | ')} |\n| --- | --- |${' --: |'.repeat(texts.length)}`);
for (const { title, name, values } of rows) {
  console.log(`| ${title} | ${name} | ${texts.map((text) => cell(values[text] ?? '')).join(' | ')} |`);
}
if (process.env.OUT)
  writeFileSync(process.env.OUT, `${JSON.stringify({ chromium: version, rounds, rows }, null, 2)}\n`);
process.exit(0);
