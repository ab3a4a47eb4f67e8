import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Page, pages } from './pages.ts';

interface Manifest {
  readonly scripts: object;
  readonly exports: object;
}

const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

const { scripts, exports } = manifestOf('.');

/** The scripts that a page can mean: an example's are its own. */
const scriptsFor = (file: string) =>
  file.startsWith('examples')
    ? readdirSync('examples')
        .map((example) => join('examples', example))
        .filter((folder) => existsSync(join(folder, 'package.json')))
        .flatMap((folder) => Object.keys(manifestOf(folder).scripts))
        .concat(Object.keys(scripts))
    : Object.keys(scripts);

/** The text without code, in which links and headings are what they look like. */
const prose = ({ text }: Page) => text.replace(/^( *)```.*?^\1```$/gms, '').replace(/`[^`\n]*`/g, '');

const linksOf = (page: Page) =>
  [...prose(page).matchAll(/\]\(\s*<?([^)\s>]+)|\bhref="([^"]+)"/g)].map(
    ([, text, href]) => text ?? href ?? '',
  );

/** The address that a heading gets. */
const slug = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

const headingsOf = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/^#+ +(.+)$/gm)].map(([, heading = '']) => slug(heading));

/** The id that Storybook gives to a page, from its title. */
const storybookId = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const storybookPages = new Set(
  [
    ...pages.flatMap(({ text }) => /<Meta title="([^"]+)"/.exec(text)?.[1] ?? []),
    // Of each component Storybook writes a page by itself.
    ...readdirSync('stories', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.stories.tsx'))
      .flatMap((file) => /title: '([^']+)'/.exec(readFileSync(join('stories', file), 'utf8'))?.[1] ?? []),
  ].map((title) => `${storybookId(title)}--docs`),
);

/** The tokens that the stylesheets read. */
const tokens = new Set(
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.css'))
    .map((file) => readFileSync(join('src', file), 'utf8'))
    .flatMap((css) => [...css.matchAll(/var\(\s*(--lk-[a-z-]+)/g)].map(([, token]) => token)),
);

describe.each(pages)('$file', (page) => {
  const { file, text } = page;

  it('links to files, headings and pages that exist', () => {
    const broken = linksOf(page).filter((link) => {
      if (/^(https?|mailto):/.test(link)) return false;
      const story = /^\.?\/?\?path=\/docs\/([^#]+)/.exec(link)?.[1];
      if (story) return !storybookPages.has(story);
      const [path = '', anchor] = link.split('#');
      const target = path ? join(dirname(file), decodeURI(path)) : file;
      if (!existsSync(target)) return true;
      return anchor !== undefined && !headingsOf(target).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  it('names scripts that there are', () => {
    const named = [...text.matchAll(/\bnpm (?:run (?:--silent )?|(?=start\b|test\b))([\w:-]+)/g)];
    expect(
      named.map(([, script = '']) => script).filter((script) => !scriptsFor(file).includes(script)),
    ).toEqual([]);
  });

  it('names paths that the package exports', () => {
    const known = Object.keys(exports);
    const strays = [...text.matchAll(/['"`]truto-license-kit(\/[\w./-]*)?['"`]/g)]
      .map(([, path = '']) => `.${path}`)
      .filter((path) => {
        const [, theme] = /^\.\/themes\/(.+\.css)$/.exec(path) ?? [];
        if (theme) return !known.includes('./themes/*.css') || !existsSync(join('src/styles/themes', theme));
        return !known.includes(path);
      });
    expect(strays).toEqual([]);
  });

  it('names tokens that the stylesheet reads', () => {
    const strays = [...text.matchAll(/--lk-[a-z][a-z-]*[a-z]/g)]
      .map(([token]) => token)
      .filter((token) => !tokens.has(token));
    expect([...new Set(strays)]).toEqual([]);
  });
});
