/**
 * What server rendering costs: 1,000 cards to a string, beside bare React with the same markup, in turns.
 * Run: npx tsx bench/ssr.bench.ts [rounds]
 */
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import type { ReactElement } from 'react';

// React looks at this as it loads.
process.env['NODE_ENV'] = 'production';
const { createElement } = await import('react');
const { renderToString } = await import('react-dom/server');
const { LicenseView } = await import('../src/index.ts');
const { BareCard } = await import('./cards/bare.tsx');
const { makeLicenses } = await import('./cards/licenses.ts');

const count = 1000;
const limit = 1.5;
const rounds = Number(process.argv[2] ?? 15);
const licenses = makeLicenses(count);
const fetchedAt = Date.now();
const onRefresh = () => {};
const loadRemoteData = () => new Promise<never>(() => {});

const pages: Record<'bare' | 'ours', () => ReactElement[]> = {
  bare: () =>
    licenses.map((license) => createElement(BareCard, { key: license.id, license, fetchedAt, onRefresh })),
  ours: () =>
    licenses.map((license) =>
      createElement(LicenseView, {
        key: license.id,
        license,
        vendor: 'webex',
        loadRemoteData,
        fetchedAt,
        onRefresh,
      }),
    ),
};

const textOf = (html: string) => html.replaceAll(/<[^>]*>/g, '|');
const [bare, ours] = [renderToString(pages.bare()), renderToString(pages.ours())];
if (textOf(bare) !== textOf(ours)) throw new Error('bare.tsx does not draw what the kit draws');

const times = { bare: [] as number[], ours: [] as number[] };
for (let round = 0; round < rounds; round++) {
  for (const name of ['bare', 'ours'] as const) {
    const started = performance.now();
    renderToString(pages[name]());
    times[name].push(performance.now() - started);
  }
}

const median = (numbers: number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
const ratio = median(times.ours) / median(times.bare);
console.log(`Node ${process.version}, ${count} cards, medians of ${rounds} rounds\n`);
console.log('| server render | ms | ÷ bare | kB of HTML |\n| --- | --: | --: | --: |');
console.log(`| bare React | ${median(times.bare).toFixed(0)} | 1.00 | ${(bare.length / 1000).toFixed(0)} |`);
console.log(
  `| LicenseView | ${median(times.ours).toFixed(0)} | ${ratio.toFixed(2)} (at most ${limit}) | ${(ours.length / 1000).toFixed(0)} |`,
);
if (process.env['OUT']) {
  const figures = {
    node: process.version,
    count,
    rounds,
    bare: median(times.bare),
    ours: median(times.ours),
    ratio,
  };
  writeFileSync(process.env['OUT'], `${JSON.stringify(figures, null, 2)}\n`);
}
process.exitCode = ratio > limit ? 1 : 0;
