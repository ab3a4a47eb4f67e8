// `npm run bench`: everything that is measured, one after the other, into bench/RESULTS.md and the chart of the README.
// Takes half an hour on two cores; words narrow it (`npm run bench -- cards start`), and the rest of the file stays.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const results = 'bench/RESULTS.md';
const chart = 'docs/cards-bench.svg';

/** @type {readonly { name: string, title: string, command: string, own?: string }[]} */
const benches = [
  { name: 'cards', title: 'Cards', command: 'node bench/cards/run.mjs', own: 'bench/cards' },
  { name: 'json', title: 'The JSON tree', command: 'node bench/json/run.mjs', own: 'bench/json' },
  { name: 'start', title: 'From an empty browser to a card', command: 'tsx bench/start/run.ts' },
  { name: 'ssr', title: 'Server rendering', command: 'node bench/ssr/run.mjs' },
  { name: 'data', title: 'Client, query, validation, parameters', command: 'tsx bench/data.bench.ts' },
  { name: 'sandbox', title: 'The sandbox', command: 'tsx bench/sandbox.ts' },
  { name: 'proxy', title: 'The proxy', command: 'tsx bench/proxy.bench.ts 60', own: 'bench/proxy' },
];

const wanted = process.argv.slice(2);
const old = existsSync(results) ? readFileSync(results, 'utf8') : '';
const work = mkdtempSync(join(tmpdir(), 'license-kit-bench-'));
const sections = benches.map(({ name, title, command, own }) => {
  const heading = `## ${title}\n`;
  if (wanted.length > 0 && !wanted.includes(name)) {
    return old.split(/(?=^## )/m).find((section) => section.startsWith(heading)) ?? '';
  }
  console.log(`▸ ${title}`);
  if (own && !existsSync(`${own}/node_modules`))
    execFileSync('npm', ['ci', '--prefix', own], { stdio: 'inherit' });
  const out = join(work, `${name}.json`);
  const text = run(command, out);
  console.log(text);
  if (name === 'cards' && existsSync(out)) writeFileSync(chart, draw(JSON.parse(readFileSync(out, 'utf8'))));
  const date = new Date().toISOString().slice(0, 10);
  return `${heading}\n${date}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}: \`${command}\`\n\n${text.trim()}\n`;
});
rmSync(work, { recursive: true, force: true });

const intro = `# What it costs

Measured by \`npm run bench\`. Milliseconds belong to the machine; what counts are the ratios to a floor in the same run.
`;
writeFileSync(
  results,
  `${[intro, ...sections.filter(Boolean).map((section) => section.trimEnd())].join('\n\n').replace(/\n{3,}/g, '\n\n')}\n`,
);
execFileSync('npx', ['oxfmt', results]);

/** What it prints; a bench that misses its aim exits with 1, and its table says so. @param {string} command @param {string} out */
function run(command, out) {
  try {
    return execFileSync(command, {
      shell: true,
      encoding: 'utf8',
      env: { ...process.env, OUT: out },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  } catch (error) {
    if (error instanceof Error && 'stdout' in error && String(error.stdout).includes('|'))
      return String(error.stdout);
    throw error;
  }
}

/**
 * A bar for each candidate: a thousand cards mounted, and one of them changed, beside bare React.
 * @param {{ rows: { count: number, candidate: string, steps: { step: string, ratio: number }[] }[] }} figures
 */
function draw({ rows }) {
  const thousand = rows.filter(({ count }) => count === 1000);
  const charts = [
    { step: 'mount', title: '1,000 cards mounted: time ÷ bare React, less is better' },
    { step: 'update', title: 'One of them changed' },
  ];
  const height = 56 + thousand.length * 26;
  const lines = charts.flatMap(({ step, title }, chart) => {
    const bars = thousand
      .map(({ candidate, steps }) => ({
        candidate: candidate === 'ours' ? 'truto-license-kit' : candidate,
        ratio: steps.find((each) => each.step === step)?.ratio ?? 0,
      }))
      .toSorted((a, b) => a.ratio - b.ratio);
    const longest = Math.max(...bars.map(({ ratio }) => ratio));
    const top = chart * height;
    return [
      `<text x="10" y="${top + 24}" font-weight="600">${title}</text>`,
      ...bars.map(({ candidate, ratio }, index) => {
        const y = top + 40 + index * 26;
        const width = Math.max(1, (ratio / longest) * 400);
        return `<text x="150" y="${y + 13}" text-anchor="end">${candidate}</text><rect x="160" y="${y}" width="${width.toFixed(1)}" height="18" rx="3"/><text x="${(168 + width).toFixed(1)}" y="${y + 13}">${ratio.toFixed(2)}</text>`;
      }),
    ];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 ${charts.length * height - 16}" role="img" aria-label="1,000 cards mounted and one of them changed, as multiples of bare React's time">
<style>text{font:13px system-ui,sans-serif;fill:#15181e}rect{fill:#3b5bdb}@media(prefers-color-scheme:dark){text{fill:#eceef2}rect{fill:#8ea8ff}}</style>
${lines.join('\n')}
</svg>
`;
}
