import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';

const source = join(import.meta.dirname, '../../src');
const text = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css'))
  .map((file) => readFileSync(join(source, file), 'utf8'))
  .join('\n');

/** The stylesheet as a host's build leaves it: minified for the browsers that Vite aims at unless told. */
async function built(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, rolldownOptions: { input: join(source, 'styles/styles.css') } },
  });
  const chunks = [output].flat().flatMap((each) => ('output' in each ? each.output : []));
  return chunks.map((chunk) => ('source' in chunk ? String(chunk.source) : '')).join('');
}

describe('the tokens', () => {
  it('are these; one more or less is a change for hosts', () => {
    const tokens = new Set([...text.matchAll(/var\(\s*(--lk-[a-z][a-z-]*)/g)].map(([, name]) => name));
    expect([...tokens].map(String).toSorted((a, b) => (a < b ? -1 : 1))).toMatchInlineSnapshot(`
      [
        "--lk-accent",
        "--lk-border",
        "--lk-border-strong",
        "--lk-caution",
        "--lk-control-size",
        "--lk-focus",
        "--lk-font",
        "--lk-font-mono",
        "--lk-font-size",
        "--lk-font-size-small",
        "--lk-font-weight-bold",
        "--lk-font-weight-medium",
        "--lk-info",
        "--lk-json-block-size",
        "--lk-json-current",
        "--lk-json-key",
        "--lk-json-keyword",
        "--lk-json-mark",
        "--lk-json-mark-text",
        "--lk-json-number",
        "--lk-json-row-height",
        "--lk-json-string",
        "--lk-line-height",
        "--lk-meter-size",
        "--lk-negative",
        "--lk-neutral",
        "--lk-positive",
        "--lk-radius",
        "--lk-radius-badge",
        "--lk-radius-control",
        "--lk-shadow",
        "--lk-space",
        "--lk-surface",
        "--lk-surface-raised",
        "--lk-surface-sunken",
        "--lk-text",
        "--lk-text-muted",
      ]
    `);
  });

  it('are read with a default each', () => {
    const bare = [...text.matchAll(/var\(\s*(--lk-[a-z][a-z-]*)\s*\)/g)].map(([, name]) => name);
    expect(bare).toEqual([]);
  });

  it('keep both schemes through a host’s minifier', async () => {
    const css = await built();
    expect(css).toContain('light-dark(#3b5bdb,#8ea8ff)');
    expect(css).not.toContain('lightningcss');
  });
});
