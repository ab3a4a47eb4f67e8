import { join, relative } from 'node:path';
import { build, type Rolldown } from 'vite';
import { expect, it } from 'vitest';

const source = join(import.meta.dirname, '../../src');

/** What a bundler makes of a host's card. */
async function bundle(): Promise<Rolldown.OutputChunk[]> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      rolldownOptions: {
        input: join(source, 'index.ts'),
        external: [/^(?!\.{0,2}\/|[A-Za-z]:)/],
        preserveEntrySignatures: 'strict',
      },
    },
  });
  return [result]
    .flat()
    .flatMap((each) => ('output' in each ? each.output : []))
    .filter((file) => file.type === 'chunk');
}

const chunks = await bundle();
/** The modules that load with a chunk, without a further request on demand. */
function loadedWith(chunk: Rolldown.OutputChunk): string[] {
  const modules = chunk.moduleIds.map((id) => relative(source, id));
  const imported = chunks.filter(({ fileName }) => chunk.imports.includes(fileName));
  return [...modules, ...imported.flatMap(loadedWith)];
}
const loads = (module: string) =>
  loadedWith(
    chunks.find(({ isEntry, facadeModuleId }) =>
      module === 'index.ts' ? isEntry : facadeModuleId === join(source, module),
    ) ?? expect.fail(`No chunk begins with ${module}.`),
  );

it('a card loads nothing of the tree, nor of how its body is fetched, until Raw is opened', () => {
  const modules = loads('index.ts');
  expect(modules).toContain('components/LicenseCard.tsx');
  expect(modules.filter((module) => module.startsWith('json/'))).toEqual([]);
  expect(modules).not.toContain('components/RemoteDataView.tsx');
});

it('Raw loads the tree with its search; what few bodies need only where they do', () => {
  const modules = loads('json/JsonTree.tsx');
  expect(modules).toEqual(expect.arrayContaining(['json/parser.ts', 'json/search.ts']));
  for (const rare of ['NotJson.tsx', 'syntaxError.ts', 'TextLines.tsx', 'Redacted.tsx', 'redaction.ts']) {
    expect(modules).not.toContain(`json/${rare}`);
    expect(chunks.flatMap(loadedWith)).toContain(`json/${rare}`);
  }
});
