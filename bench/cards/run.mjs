// Cards mounted in one commit, one of them changed, one turned to its other tab, all taken away: beside bare React
// and three kits. Medians of interleaved samples, each in a new page, as ratios to bare React; and what a thousand
// cards that came and went leave behind. `npm --prefix bench/cards ci`, then `node bench/cards/run.mjs`; ROUNDS sets
// how many samples, OUT a file for the figures as JSON.
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import react from '@vitejs/plugin-react';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { chromiumArgs, findBrowser } from '../../scripts/browser.mjs';
import { resolve } from '../resolve.mjs';

const names = ['bare', 'ours', 'mui', 'radix-themes', 'mantine'];
const counts = [200, 1000];
const steps = /** @type {const} */ (['mount', 'update', 'tab', 'unmount']);
const rounds = Number(process.env.ROUNDS ?? 7);
const cycles = 1000;
const root = import.meta.dirname;

await build({
  root,
  configFile: false,
  logLevel: 'warn',
  plugins: [react()],
  resolve,
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 1000 },
});
const server = await preview({ root, configFile: false, preview: { port: 0, host: '127.0.0.1' } });
const url = server.resolvedUrls?.local[0] ?? '';
const executablePath = await findBrowser();
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: chromiumArgs });

/** @template T @param {(page: import("playwright").Page) => Promise<T>} work */
async function inNewPage(work) {
  const page = await browser.newPage();
  await page.goto(url);
  const result = await work(page);
  await page.close();
  return result;
}

/** @param {string} name */
const outlineOf = (name) => inNewPage((page) => page.evaluate((card) => window.outline(card), name));
const [floor, ours] = [await outlineOf('bare'), await outlineOf('ours')];
if (floor !== ours) {
  const lines = ours.split('\n');
  const at = floor.split('\n').findIndex((line, index) => line !== lines[index]);
  throw new Error(
    `bare.tsx does not draw what the kit draws. Line ${at}: "${floor.split('\n')[at]}" beside "${lines[at]}".`,
  );
}

/** @type {Map<string, import('./main.tsx').Sample[]>} */
const samples = new Map();
for (let round = 0; round < rounds; round++) {
  for (const count of counts) {
    for (const name of names) {
      const sample = await inNewPage((page) =>
        page.evaluate(([card, number]) => window.sample(String(card), Number(number)), [name, count]),
      );
      const key = `${name} ${count}`;
      samples.set(key, [...(samples.get(key) ?? []), sample]);
    }
  }
}

/** Bytes and nodes that are more after a thousand cards came and went than after fifty. @param {string} name */
const leftBehind = (name) =>
  inNewPage(async (page) => {
    const devtools = await page.context().newCDPSession(page);
    const measure = async () => {
      await devtools.send('HeapProfiler.collectGarbage');
      const { usedSize } = await devtools.send('Runtime.getHeapUsage');
      const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters');
      return { bytes: usedSize, nodes, listeners: jsEventListeners };
    };
    const run = (/** @type {number} */ count) =>
      page.evaluate(([card, number]) => window.cycle(String(card), Number(number)), [name, count]);
    await run(50);
    const before = await measure();
    await run(cycles);
    const after = await measure();
    return {
      candidate: name,
      bytes: after.bytes - before.bytes,
      nodes: after.nodes - before.nodes,
      listeners: after.listeners - before.listeners,
    };
  });
const memory = [];
for (const name of names) memory.push(await leftBehind(name));

const version = browser.version();
await browser.close();
await server.close();

/** @param {number[]} numbers */
function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
/** @param {string} name @param {number} count @param {keyof import('./main.tsx').Sample} step */
const middle = (name, count, step) =>
  median((samples.get(`${name} ${count}`) ?? []).map((sample) => sample[step]));

const rows = counts.flatMap((count) =>
  names.map((candidate) => ({
    count,
    candidate,
    elements: middle(candidate, count, 'elements'),
    steps: steps.map((step) => {
      const ms = middle(candidate, count, step);
      return { step, ms, ratio: ms / middle('bare', count, step) };
    }),
  })),
);

console.log(`Chromium ${version}, medians of ${rounds} interleaved rounds\n`);
console.log(
  `| cards | candidate | ${steps.map((step) => `${step} ms | ÷ bare`).join(' | ')} | elements a card |`,
);
console.log(`| --: | --- |${' --: | --: |'.repeat(steps.length)} --: |`);
for (const { count, candidate, elements, steps: cells } of rows) {
  const figures = cells.map(({ ms, ratio }) => `${ms.toFixed(1)} | ${ratio.toFixed(2)}`);
  console.log(`| ${count} | ${candidate} | ${figures.join(' | ')} | ${elements.toFixed(0)} |`);
}
console.log(`\n| after ${cycles} cards came and went | kB of heap more | DOM nodes more | listeners more |`);
console.log('| --- | --: | --: | --: |');
for (const { candidate, bytes, nodes, listeners } of memory) {
  console.log(`| ${candidate} | ${(bytes / 1000).toFixed(0)} | ${nodes} | ${listeners} |`);
}
if (process.env.OUT) {
  writeFileSync(
    process.env.OUT,
    `${JSON.stringify({ chromium: version, rounds, rows, cycles, memory }, null, 2)}\n`,
  );
}
process.exit(0);
