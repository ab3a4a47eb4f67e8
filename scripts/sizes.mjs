// What each public import weighs, minified and brotli, peers external. Fails when one is over its budget, and says by
// how much.
import { resolve } from 'node:path';
import process from 'node:process';
import { brotliCompressSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { build } from 'vite';

const dist = resolve('dist');

/**
 * Imports with the most bytes that each may weigh. With `lazy`, what the module of that name brings along when it is
 * loaded later; with `isWhole` also what that loads later still, file by file. Of `styles` what matches `without` is
 * left out.
 * @type {readonly { name: string, code?: string, styles?: string, without?: RegExp, limit: number, lazy?: string, isWhole?: boolean }[]}
 */
const budgets = [
  { name: 'ProductStatusBadge', code: `export { ProductStatusBadge } from '${dist}/index.js';`, limit: 1500 },
  { name: 'SeatUsage', code: `export { SeatUsage } from '${dist}/index.js';`, limit: 2500 },
  { name: 'ProductsList', code: `export { ProductsList } from '${dist}/index.js';`, limit: 2500 },
  { name: 'RolesList', code: `export { RolesList } from '${dist}/index.js';`, limit: 2500 },
  { name: 'useLicense', code: `export { useLicense } from '${dist}/index.js';`, limit: 4500 },
  {
    name: 'LicenseView, with tabs',
    code: `export { LicenseView } from '${dist}/index.js';`,
    limit: 12_900,
  },
  {
    name: 'the JSON tree with its search, loaded when Raw opens',
    code: `export { LicenseView } from '${dist}/index.js';`,
    lazy: 'json/JsonTree.js',
    limit: 6000,
  },
  {
    name: 'the JSON tree and all that it loads on demand',
    code: `export { LicenseView } from '${dist}/index.js';`,
    lazy: 'json/JsonTree.js',
    isWhole: true,
    limit: 8950,
  },
  {
    name: 'LicenseCard, LicenseProvider, client',
    code: `export { LicenseCard, LicenseProvider } from '${dist}/index.js'; export { createLicenseClient } from '${dist}/client/index.js';`,
    limit: 17_050,
  },
  { name: 'everything', code: `export * from '${dist}/index.js';`, limit: 14_700 },
  {
    name: 'client and query',
    code: `export * from '${dist}/client/index.js'; export * from '${dist}/query/index.js';`,
    limit: 4000,
  },
  { name: 'client', code: `export * from '${dist}/client/index.js';`, limit: 3700 },
  { name: 'query', code: `export * from '${dist}/query/index.js';`, limit: 1600 },
  { name: 'json', code: `export * from '${dist}/json/index.js';`, limit: 6650 },
  { name: 'server', code: `export * from '${dist}/server/index.js';`, limit: 5500 },
  { name: 'sandbox', code: `export * from '${dist}/sandbox/index.js';`, limit: 40_000 },
  { name: 'styles.css', styles: `${dist}/styles.css`, limit: 3850 },
  {
    name: 'styles.css, without the rules of the JSON tree',
    styles: `${dist}/styles.css`,
    without: /(?<=\})\[data-lk-part=json[^{}]*\{[^{}]*\}/g,
    limit: 3250,
  },
];

const peers = [/^react(?:-dom)?(?:\/|$)/, /^@tanstack\/react-query$/];

/**
 * By Rolldown alone: what Vite adds to a page that loads anything later, its own preloading, is no part of the kit. As in
 * an app, what comes later takes what it shares with the first file from there, and no third file is made for it. The
 * names of files are without their hash, which a change anywhere makes weigh more or less.
 * @param {string} code @param {string} [lazy] @param {boolean} [isWhole]
 */
async function weigh(code, lazy, isWhole) {
  const entry = resolve('entry.js');
  const bundle = await rolldown({
    input: entry,
    external: peers,
    logLevel: 'silent',
    preserveEntrySignatures: 'allow-extension',
    transform: { target: 'es2022', define: { 'process.env.NODE_ENV': '"production"' } },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? code : null),
      },
    ],
  });
  const { output } = await bundle.generate({
    format: 'es',
    minify: true,
    comments: false,
    chunkFileNames: '[name].js',
  });
  const chunks = output.filter((file) => file.type === 'chunk');
  const entries = withImports(
    chunks,
    chunks.filter(({ isEntry }) => isEntry),
  );
  if (!lazy) return brotli(...entries.map((chunk) => chunk.code));
  const asked = chunks.filter(({ moduleIds }) => moduleIds.some((id) => id.endsWith(lazy)));
  const later = withImports(chunks, asked, isWhole).filter((chunk) => !entries.includes(chunk));
  if (isWhole) return later.reduce((sum, { code: file }) => sum + brotli(file), 0);
  return brotli(...later.map((chunk) => chunk.code));
}

/** What a host's build makes of a stylesheet. @param {string} file @param {RegExp} [without] */
async function weighStyles(file, without = /^$/g) {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, cssTarget: 'esnext', rolldownOptions: { input: file } },
  });
  const files = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  return brotli(
    ...files.flatMap((each) =>
      each.type === 'asset' ? [Buffer.from(each.source).toString().replaceAll(without, '')] : [],
    ),
  );
}

/** Compressed as one file, the way a bundler leaves them unless other pages share a part. @param {(string | Uint8Array)[]} files */
function brotli(...files) {
  return brotliCompressSync(Buffer.concat(files.map((file) => Buffer.from(file)))).length;
}

/**
 * Chunks and all that they import, at once or on demand too, through any number of others.
 * @param {readonly import('rolldown').OutputChunk[]} all
 * @param {readonly import('rolldown').OutputChunk[]} from
 * @param {boolean} [isOnDemand]
 */
function withImports(all, from, isOnDemand) {
  const found = new Set(from);
  for (const { imports, dynamicImports } of found) {
    const names = isOnDemand ? [...imports, ...dynamicImports] : imports;
    for (const each of all) if (names.includes(each.fileName)) found.add(each);
  }
  return [...found];
}

console.log('| import | brotli bytes | at most |\n| --- | --: | --: |');
let isOver = false;
for (const { name, code = '', styles, without, limit, lazy, isWhole } of budgets) {
  const bytes = styles ? await weighStyles(styles, without) : await weigh(code, lazy, isWhole);
  isOver ||= bytes > limit;
  const over = bytes > limit ? ` — over by ${bytes - limit}` : '';
  console.log(`| ${name} | ${bytes} | ${limit}${over} |`);
}
process.exit(isOver ? 1 : 0);
