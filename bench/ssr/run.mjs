/**
 * What server rendering costs: 1,000 cards to a string, beside bare React with the same markup, in turns. Which goes
 * first changes, as what one leaves in memory is cleaned up under the other. Both as a host's build for a server leaves
 * them: bundled, for production.
 * Run: node bench/ssr/run.mjs [rounds]; OUT a file for the figures as JSON.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const limit = 1.5;
const rounds = Number(process.argv[2] ?? 25);

// React looks at this as it loads.
process.env.NODE_ENV = 'production';
const { renderToString } = await import('react-dom/server');

// Beside the packages that it imports.
const folder = join(import.meta.dirname, 'dist');
const file = join(folder, 'pages.mjs');
mkdirSync(folder, { recursive: true });
const bundle = await rolldown({
  input: join(import.meta.dirname, 'pages.ts'),
  platform: 'node',
  logLevel: 'silent',
  external: [/^react(?:-dom)?(?:\/|$)/, /^@tanstack\/react-query$/],
  transform: { target: 'es2022', define: { 'process.env.NODE_ENV': '"production"' } },
});
await bundle.write({ file, format: 'es', codeSplitting: false });
/** @type {typeof import('./pages.ts')} */
const { pages, count } = await import(pathToFileURL(file).href);
rmSync(folder, { recursive: true });

/** @param {string} html */
const textOf = (html) => html.replaceAll(/<[^>]*>/g, '|');
const [bare, ours] = [renderToString(pages.bare()), renderToString(pages.ours())];
if (textOf(bare) !== textOf(ours)) throw new Error('bare.tsx does not draw what the kit draws');

/** @type {Record<'bare' | 'ours', number[]>} */
const times = { bare: [], ours: [] };
const order = /** @type {const} */ (['bare', 'ours']);
for (let round = 0; round < rounds; round++) {
  for (const name of round % 2 ? order : order.toReversed()) {
    const started = performance.now();
    renderToString(pages[name]());
    times[name].push(performance.now() - started);
  }
}

/** @param {number[]} numbers */
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
const ratio = median(times.ours) / median(times.bare);
console.log(`Node ${process.version}, ${count} cards, medians of ${rounds} rounds\n`);
console.log('| server render | ms | ÷ bare | kB of HTML |\n| --- | --: | --: | --: |');
console.log(`| bare React | ${median(times.bare).toFixed(0)} | 1.00 | ${(bare.length / 1000).toFixed(0)} |`);
console.log(
  `| LicenseView | ${median(times.ours).toFixed(0)} | ${ratio.toFixed(2)} (at most ${limit}) | ${(ours.length / 1000).toFixed(0)} |`,
);
if (process.env.OUT) {
  const figures = {
    node: process.version,
    count,
    rounds,
    bare: median(times.bare),
    ours: median(times.ours),
    ratio,
  };
  writeFileSync(process.env.OUT, `${JSON.stringify(figures, null, 2)}\n`);
}
process.exitCode = ratio > limit ? 1 : 0;
