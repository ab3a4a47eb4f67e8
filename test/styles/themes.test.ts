import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTheme } from '@mui/material/styles';
import { theme as antd } from 'antd';
import { describe, expect, it } from 'vitest';
import { builtFrom } from './built.ts';

const source = join(import.meta.dirname, '../../src/styles');
const read = (...path: readonly string[]) => readFileSync(join(...path), 'utf8');
const kit = ['styles', 'components', 'json']
  .map((room) => join(source, '..', room))
  .flatMap((room) => readdirSync(room).map((file) => join(room, file)))
  .filter((file) => file.endsWith('.css'))
  .map((file) => read(file))
  .join('');

const packages = join(import.meta.dirname, '../../node_modules');

/** Where each library says which variables it has. */
const libraries: Record<string, () => string> = {
  antd: () =>
    Object.keys(antd.getDesignToken())
      .map((token) => `--ant-${token.replaceAll(/[A-Z]+|\d+/g, (part) => `-${part.toLowerCase()}`)}:`)
      .join(' '),
  bootstrap: () => read(packages, 'bootstrap/dist/css/bootstrap.css'),
  mantine: () => read(packages, '@mantine/core/styles.css'),
  mui: () => JSON.stringify(createTheme({ cssVariables: true }).generateStyleSheets?.()).replaceAll('"', ''),
  radix: () => read(packages, '@radix-ui/themes/styles.css'),
  // Kept by each app; these are the ones that shadcn/ui writes into it, and Tailwind's own.
  shadcn: () =>
    read(import.meta.dirname, '../../stories/themes/shadcn.css') + read(packages, 'tailwindcss/theme.css'),
};

const themes = readdirSync(join(source, 'themes')).map((file) => file.replace('.css', ''));

it('every theme has a library to be compared with', () => {
  expect(Object.keys(libraries)).toEqual(themes);
});

describe.each(themes)('the theme %s', (name) => {
  const text = read(source, 'themes', `${name}.css`);

  it('reads variables that the library has', () => {
    const variables = libraries[name]?.() ?? '';
    const strays = [...text.matchAll(/var\((--(?!lk-)[\w-]+)/g)]
      .map(([, variable = '']) => variable)
      .filter((variable) => !variables.includes(`${variable}:`));
    expect([...new Set(strays)]).toEqual([]);
  });

  it('says what the stylesheet reads below the host’s own tokens, and sets no token', () => {
    const said = [...text.matchAll(/^\s*(--[\w-]+):/gm)].map(([, variable = '']) => variable);
    expect(said.length).toBeGreaterThan(10);
    const strays = said.filter(
      (variable) =>
        variable !== '--lk-_theme-scheme' && !kit.replaceAll(/\s/g, '').includes(`var(${variable},`),
    );
    expect(strays).toEqual([]);
  });

  it('weighs nothing, and writes on no element of the page but a private variable', () => {
    const rules = [...text.matchAll(/^ {2}(\S.*) \{\n([^}]*)\}/gm)].map(([, selector = '', body = '']) => ({
      selector,
      properties: [...body.matchAll(/^ {4}([\w-]+):/gm)].map(([, property]) => property),
    }));
    expect(rules.filter(({ selector }) => !/^:where\(.*\)$/.test(selector))).toEqual([]);
    const onThePage = rules.filter(
      ({ selector }) => !selector.endsWith('[data-lk-part]:not([data-lk-part] *))'),
    );
    expect(onThePage.length).toBeLessThan(rules.length);
    expect(onThePage.flatMap(({ properties }) => properties)).toEqual(
      onThePage.map(() => '--lk-_theme-scheme'),
    );
  });

  it('keeps both schemes through a host’s minifier', async () => {
    const css = await builtFrom(join(source, 'themes', `${name}.css`));
    expect(css).toContain('--lk-_theme-accent:');
    expect(css).not.toContain('lightningcss');
  });
});
