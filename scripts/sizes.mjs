// What each public import weighs, minified and brotli, peers external. Fails when one is over its budget.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';

const dist = resolve('dist');

/**
 * Imports beside their budgets in bytes; with `lazy`, what the module of that name brings along when it is loaded later.
 * @type {readonly { name: string, code: string, limit: number, lazy?: string }[]}
 */
const budgets = [
  { name: 'ProductStatusBadge', code: `export { ProductStatusBadge } from '${dist}/index.js';`, limit: 1500 },
  { name: 'LicenseView, with tabs', code: `export { LicenseView } from '${dist}/index.js';`, limit: 13_000 },
  {
    name: 'the JSON tree, loaded when Raw opens',
    code: `export { LicenseView } from '${dist}/index.js';`,
    lazy: 'json/JsonTree.js',
    limit: 6000,
  },
  {
    name: 'LicenseCard, LicenseProvider, client',
    code: `export { LicenseCard, LicenseProvider } from '${dist}/index.js'; export { createLicenseClient } from '${dist}/client/index.js';`,
    limit: 18_000,
  },
  {
    name: 'client and query',
    code: `export * from '${dist}/client/index.js'; export * from '${dist}/query/index.js';`,
    limit: 4000,
  },
  { name: 'server', code: `export * from '${dist}/server/index.js';`, limit: 4000 },
  { name: 'styles.css', code: `import '${dist}/styles.css';`, limit: 3500 },
];

const peers = [/^react(?:-dom)?(?:\/|$)/, /^@tanstack\/react-query$/];
/** Inside the repository, so that the dependencies are found. */
const work = mkdtempSync(resolve('node_modules/.sizes-'));

/** @param {string} code @param {string} [lazy] */
async function weigh(code, lazy) {
  const entry = join(work, 'entry.js');
  writeFileSync(entry, code);
  const result = await build({
    configFile: false,
    root: work,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: true,
      cssMinify: true,
      target: 'es2022',
      cssTarget: 'esnext',
      // Not a library build: that one leaves the white space of ES modules in.
      rolldownOptions: { input: entry, external: peers, preserveEntrySignatures: 'strict' },
    },
  });
  const output = Array.isArray(result)
    ? result.flatMap((each) => each.output)
    : 'output' in result
      ? result.output
      : [];
  /** What loads at once; what is imported on demand is weighed by itself. */
  const first = lazy
    ? onDemand(output, lazy)
    : output.filter((file) => (file.type === 'chunk' ? file.isEntry : file.fileName.endsWith('.css')));
  return first.reduce(
    (sum, file) => sum + brotliCompressSync(file.type === 'chunk' ? file.code : file.source).length,
    0,
  );
}

/**
 * The chunk that a module is in and all that it imports, but for what the entry has loaded.
 * @param {readonly (import('vite').Rolldown.OutputChunk | import('vite').Rolldown.OutputAsset)[]} output
 * @param {string} name the end of the module's id
 */
function onDemand(output, name) {
  const chunks = output.filter((file) => file.type === 'chunk');
  /** @type {(from: typeof chunks, seen?: typeof chunks) => typeof chunks} */
  const closure = (from, seen = []) =>
    from.reduce(
      (all, chunk) =>
        all.includes(chunk)
          ? all
          : closure(
              chunks.filter(({ fileName }) => chunk.imports.includes(fileName)),
              [...all, chunk],
            ),
      seen,
    );
  const loaded = closure(chunks.filter(({ isEntry }) => isEntry));
  return closure(chunks.filter(({ moduleIds }) => moduleIds.some((id) => id.endsWith(name)))).filter(
    (chunk) => !loaded.includes(chunk),
  );
}

console.log('| import | brotli bytes | budget |\n| --- | --: | --: |');
let isOver = false;
for (const { name, code, limit, lazy } of budgets) {
  const bytes = await weigh(code, lazy);
  isOver ||= bytes > limit;
  console.log(`| ${name} | ${bytes} | ${limit}${bytes > limit ? ` — over by ${bytes - limit}` : ''} |`);
}
rmSync(work, { recursive: true, force: true });
process.exit(isOver ? 1 : 0);
