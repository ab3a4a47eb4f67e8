import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultOf, readersOf, type Token, tokenUses } from '../../stories/docs/tokens.ts';
import { builtFrom } from './built.ts';

const source = join(import.meta.dirname, '../../src');
const stylesheets = Object.fromEntries(
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.css'))
    .map((file) => [file, readFileSync(join(source, file), 'utf8')]),
);
const text = Object.values(stylesheets).join('\n');

const tokens = [
  ...new Set([...text.matchAll(/var\(\s*(--lk-[a-z][a-z-]*)/g)].map(([, name = '']) => name)),
].toSorted((a, b) => (a < b ? -1 : 1));

describe('the tokens', () => {
  it('are read with a default each', () => {
    const bare = [...text.matchAll(/var\(\s*(--lk-[a-z][a-z-]*)\s*\)/g)].map(([, name]) => name);
    expect(bare).toEqual([]);
  });

  it('are all on the page about them', () => {
    expect(Object.keys(tokenUses).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(tokens);
  });

  it.each(Object.keys(tokenUses) as Token[])('%s has a default and a reader there', (token) => {
    expect(defaultOf(token, stylesheets)).toMatch(/^[^(]*(\(.*\))?[^)]*$/);
    expect(readersOf(token, stylesheets)).not.toEqual([]);
  });

  it('keep both schemes through a host’s minifier', async () => {
    const css = await builtFrom(join(source, 'styles/styles.css'));
    expect(css).toContain('light-dark(#3b5bdb,#8ea8ff)');
    expect(css).not.toContain('lightningcss');
  });
});
