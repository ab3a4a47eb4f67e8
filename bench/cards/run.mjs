// 1,000 cards mounted in one commit, and one of them changed, beside bare React and two kits: medians of interleaved
// samples, each in a new page, as ratios to bare React. `npm --prefix bench/cards ci`, then `node bench/cards/run.mjs`.
import react from '@vitejs/plugin-react';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { chromiumArgs, findBrowser } from '../../scripts/browser.mjs';

const names = ['bare', 'ours', 'mui', 'radix-themes'];
const counts = [200, 1000];
const rounds = Number(process.env.ROUNDS ?? 7);
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
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: chromiumArgs });

/** @type {Map<string, import('./main.tsx').Sample[]>} */
const samples = new Map();
for (let round = 0; round < rounds; round++) {
  for (const count of counts) {
    for (const name of names) {
      const page = await browser.newPage();
      await page.goto(url);
      const sample = await page.evaluate(
        ([card, number]) => window.sample(String(card), Number(number)),
        [name, count],
      );
      await page.close();
      const key = `${name} ${count}`;
      samples.set(key, [...(samples.get(key) ?? []), sample]);
    }
  }
}
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

console.log(`Chromium ${version}, medians of ${rounds} interleaved rounds\n`);
console.log('| cards | candidate | mount ms | ÷ bare | one changed ms | ÷ bare | elements a card |');
console.log('| --: | --- | --: | --: | --: | --: | --: |');
for (const count of counts) {
  for (const name of names) {
    const cells = /** @type {const} */ (['mount', 'update']).flatMap((step) => {
      const value = middle(name, count, step);
      return [value.toFixed(1), (value / middle('bare', count, step)).toFixed(2)];
    });
    console.log(
      `| ${count} | ${name} | ${cells.join(' | ')} | ${middle(name, count, 'elements').toFixed(0)} |`,
    );
  }
}
process.exit(0);
