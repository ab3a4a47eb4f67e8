import { build } from 'vite';

/** A stylesheet as a host's build leaves it: minified for the browsers that Vite aims at unless told. */
export async function builtFrom(file: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, rolldownOptions: { input: file } },
  });
  const chunks = [output].flat().flatMap((each) => ('output' in each ? each.output : []));
  return chunks.map((chunk) => ('source' in chunk ? String(chunk.source) : '')).join('');
}
