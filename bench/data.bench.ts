/**
 * What the data layer costs: bytes, minified and brotli, beside fetching by hand, and parsing beside `JSON.parse`.
 * Run: npx tsx bench/data.bench.ts
 */
import process from 'node:process';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'vite';
import { toQueryString } from '../src/client/query-string.ts';
import { parseLicense } from '../src/license/index.ts';

const byHand = `
export async function license(licenseId, account, signal) {
  const url = '/api/truto/unified/user-directory/licenses/' + encodeURIComponent(licenseId) +
    '?integrated_account_id=' + encodeURIComponent(account) + '&truto_ignore_remote_data=true';
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error('The license could not be fetched: ' + response.status);
  return response.json();
}
export const licenseQuery = (licenseId, account) => ({
  queryKey: ['license', licenseId, account],
  queryFn: ({ signal }) => license(licenseId, account, signal),
});`;

const peers = /^(react|react-dom|@tanstack\/react-query)($|\/)/;

const entries: readonly { name: string; source: string; limit?: number }[] = [
  { name: 'by hand, with `fetch`', source: byHand },
  {
    name: '`client` + `query`',
    source: `export * from './src/client/index.ts'; export * from './src/query/index.ts';`,
    limit: 4000,
  },
  { name: '`createLicenseClient`', source: `export { createLicenseClient } from './src/client/index.ts';` },
  {
    name: 'the query string',
    source: `export { toQueryString } from './src/client/query-string.ts';`,
    limit: 1126,
  },
  {
    name: '`LicenseProvider` + `useLicense`, client left out',
    source: `export { LicenseProvider, useLicense } from './src/react/index.ts';`,
  },
];

async function measure(source: string): Promise<{ minified: number; brotli: number }> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry' ? `${process.cwd()}/entry.ts` : undefined),
        load: (id) => (id === `${process.cwd()}/entry.ts` ? source : undefined),
      },
    ],
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      rolldownOptions: { input: 'entry', external: [peers], preserveEntrySignatures: 'strict' },
    },
  });
  const chunks = [output].flat().flatMap((result) => ('output' in result ? result.output : []));
  const code = chunks.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('');
  const brotli = brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  return { minified: Buffer.byteLength(code), brotli: brotli.length };
}

console.log('| bytes | minified | brotli | at most |\n| --- | --: | --: | --: |');
for (const { name, source, limit } of entries) {
  const { minified, brotli } = await measure(source);
  console.log(`| ${name} | ${minified} | ${brotli} | ${limit ?? ''} |`);
  if (limit !== undefined && brotli > limit) process.exitCode = 1;
}

const license = {
  id: '100Xa0000000AbCIAU',
  name: 'Salesforce',
  description: 'x'.repeat(300),
  status: 'active',
  assigned_quantity: 97,
  available_quantity: 120,
  is_paid: true,
  unit_amount: 150,
  currency: 'USD',
  products: Array.from({ length: 6 }, (_, index) => ({
    id: `p-${index}`,
    name: `Product ${index}`,
    status: 'active',
  })),
  roles: [{ id: 'r-1', name: 'Administrator' }],
  created_at: '2021-03-09T14:05:41.000+0000',
  updated_at: '2026-08-17T06:12:03.000+0000',
};
const body = JSON.stringify(license);

/** How often a task runs in 300 ms. */
function count(task: () => unknown): number {
  const end = performance.now() + 300;
  let runs = 0;
  while (performance.now() < end) {
    for (let step = 0; step < 100; step += 1) task();
    runs += 100;
  }
  return runs;
}

/** The middle of five ratios, each taken side by side. */
function ratio(task: () => unknown, floor: () => unknown): number {
  const ratios = Array.from({ length: 5 }, () => count(task) / count(floor)).sort((a, b) => a - b);
  return ratios[2] ?? NaN;
}

const parsed = ratio(
  () => parseLicense(JSON.parse(body)),
  () => JSON.parse(body),
);
const params = {
  integrated_account_id: 'e4a1c7d0',
  truto_exclude_fields: ['name'],
  remote_query: { a: { b: [1] } },
};
const written = ratio(
  () => toQueryString(params),
  () =>
    new URLSearchParams({ integrated_account_id: 'e4a1c7d0', truto_ignore_remote_data: 'true' }).toString(),
);
console.log(`\n| operations a second ÷ floor | ratio | at least |\n| --- | --: | --: |`);
console.log(
  `| parse and check a license of ${body.length} bytes ÷ \`JSON.parse\` | ${parsed.toFixed(2)} | 0.40 |`,
);
console.log(`| a nested query string ÷ a flat \`URLSearchParams\` | ${written.toFixed(2)} | |`);
