import type { Page } from 'playwright';
import type { Plugin } from 'vite';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { bundle, html, openSite, type Site } from './site.ts';

vi.setConfig({ testTimeout: 60_000 });
/** Browsers take their time on a busy machine. */
const patient = { timeout: 15_000 };

/** What is imported with `?second` is another instance of its module, and of every module of ours that it imports. */
const secondCopy: Plugin = {
  name: 'second-copy',
  enforce: 'pre',
  async resolveId(source, importer = '') {
    if (!source.startsWith('.') || !`${source} ${importer}`.includes('?second')) return null;
    const plain = (id: string) => id.replace('?second', '');
    const found = await this.resolve(plain(source), plain(importer), { skipSelf: true });
    return found && `${found.id}?second`;
  },
};

let site: Site;
let page: Page;
beforeAll(async () => {
  const files = await bundle('many-page.tsx', { plugins: [secondCopy] });
  site = await openSite((path) =>
    path === '/'
      ? html(
          '<div id="one"></div><div id="two"></div><script type="module" src="/page.js"></script>',
          '<link rel="stylesheet" href="/page.css">',
        )
      : files[path],
  );
  page = await site.browser.newPage();
  await page.goto(site.origin);
  await page.locator('[data-state="ready"]').nth(4).waitFor({ timeout: 15_000 });
}, 120_000);
afterAll(() => site?.close());

const name = (card: string) => page.locator(`.${card}`).getByRole('heading').first().innerText();
const asked = () =>
  page.evaluate(() => ['north', 'south', 'east'].map((tenant) => Number(document.body.dataset[tenant])));

it('shows each tenant its own license, though account and id are the same and two share a cache', async () => {
  expect(await name('north')).toBe('License of north');
  expect(await name('south')).toBe('License of south');
  expect(await name('east')).toBe('License of east');
  expect(await name('north-elsewhere')).toBe('License of north');
});

it('asks once for cards that share a cache, and for each cache anew', async () => {
  expect(await asked()).toEqual([2, 1, 1]);
});

it('refreshes what was asked to be, and nothing beside it', async () => {
  const before = await asked();
  await page.locator('.south').getByRole('button', { name: 'Aktualisieren' }).click();
  await expect.poll(asked, patient).toEqual([before[0], (before[1] ?? 0) + 1, before[2]]);
});

it('speaks each provider’s language, in its direction', async () => {
  const of = (card: string, attribute: string) => page.locator(`.${card}`).getAttribute(attribute);
  expect(await of('north', 'lang')).toBe('en');
  expect(await of('south', 'lang')).toBe('de');
  expect(await of('east', 'lang')).toBe('fr');
  expect(await of('north-elsewhere', 'lang')).toBe('ja');
  expect([await of('north', 'dir'), await of('south', 'dir')]).toEqual([null, 'rtl']);
  expect(await page.locator('.east').getByRole('button', { name: 'Refresh' }).count()).toBe(1);
});

it('knows the errors of another copy of itself', async () => {
  const { areOneKit, isLicenseError } = await page.evaluate(() => {
    const { areOneKit, isLicenseError } = document.body.dataset;
    return { areOneKit, isLicenseError };
  });
  expect([areOneKit, isLicenseError]).toEqual(['false', 'true']);
  expect(await page.locator('.from-another-copy').getAttribute('data-state')).toBe('not-found');
});

it('gives no id twice, and every id that is referred to', async () => {
  for (const tab of await page.getByRole('tab', { name: 'Raw' }).all()) await tab.click();
  await expect.poll(() => page.getByRole('tree').count(), patient).toBe(5);
  const { ids, missing } = await page.evaluate(() => ({
    ids: [...document.querySelectorAll('#one [id], #two [id]')].map(({ id }) => id),
    missing: [...document.querySelectorAll('[aria-controls], [aria-labelledby], [aria-describedby]')].filter(
      (element) =>
        ['aria-controls', 'aria-labelledby', 'aria-describedby'].some((attribute) => {
          const target = element.getAttribute(attribute);
          return target !== null && !element.closest('article')?.contains(document.getElementById(target));
        }),
    ).length,
  }));
  expect(ids.length).toBeGreaterThan(20);
  expect(new Set(ids).size).toBe(ids.length);
  expect(missing).toBe(0);
});
