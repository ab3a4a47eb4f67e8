import { readFile } from 'node:fs/promises';
import type { FrameLocator, Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { hostSheets } from './hosts.ts';
import { above, compare, listed, photograph, type Picture } from './pixels.ts';
import { bundle, html, openSite, type Site } from './site.ts';

vi.setConfig({ testTimeout: 60_000 });
/** Browsers take their time on a busy machine. */
const patient = { timeout: 15_000 };

let site: Site;

beforeAll(async () => {
  const script = await bundle('embedded-page.tsx');
  const { typography = '' } = await hostSheets();
  site = await openSite((path, query) => {
    if (path !== '/page') return script[path];
    const rude = query.has('rude') ? `<style>${typography}</style>` : '';
    const token = query.has('samples') ? '' : '<style>#host { --lk-accent: rgb(200 0 0) }</style>';
    return html('<x-place id="host"></x-place><script type="module" src="/page.js"></script>', rude || token);
  });
}, 120_000);
afterAll(() => site?.close());

interface Embedded {
  readonly page: Page;
  /** Looks for elements where the kit is drawn. */
  readonly inside: Page | FrameLocator;
  readonly card: (name: string) => Locator;
}

async function open(place: string, search = ''): Promise<Embedded> {
  const context = await site.browser.newContext({
    viewport: { width: 2680, height: 2320 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.clock.setFixedTime(Date.UTC(2026, 0, 5, 0, 2));
  await page.goto(`${site.origin}/page?place=${place}${search}`);
  const inside = place === 'frame' ? page.frameLocator('iframe') : page;
  return { page, inside, card: (name) => inside.locator(`.${name}`) };
}

const hasFocus = (locator: Locator) => () => locator.evaluate((each) => each.matches(':focus'));
const isOpen = (tab: Locator) => () => tab.getAttribute('aria-selected');
const copied = (page: Page) => () => page.evaluate(() => navigator.clipboard.readText());

async function picture(place: string, search = ''): Promise<Picture> {
  const { page, inside } = await open(place, `&samples${search}`);
  await inside.locator('[data-sample="raw"] [role="tree"]').waitFor();
  return photograph(page);
}

describe('the kit, drawn', { timeout: 30_000 }, () => {
  it.each([
    ['in a shadow root', 'shadow', ''],
    ['in a shadow root on a rude page', 'shadow', '&rude'],
    ['in an iframe of its own document', 'frame', ''],
  ])('%s, looks as on a page', async (_, place, search) => {
    const [onPage, embedded] = [await picture('page'), await picture(place, search)];
    const blank = await site.browser.newPage();
    const differences = await compare(blank, onPage, embedded);
    await blank.close();
    console.log(`${place}${search}: ${listed(differences)}`);
    expect(above(0.005, differences)).toEqual([]);
  });

  describe.each([['page'], ['shadow'], ['frame']])('in a %s', (place) => {
    it('has its tabs worked by keys, from the one that is open', async () => {
      const { page, card } = await open(place);
      const [unified, raw] = ['Unified', 'Raw'].map((name) => card('first').getByRole('tab', { name }));
      if (!unified || !raw) throw new Error('there are no tabs');
      await unified.waitFor();
      await page.keyboard.press('Tab');
      await expect.poll(hasFocus(unified), patient).toBe(true);
      await expect.poll(isOpen(unified), patient).toBe('true');
      for (const [key, tab] of [
        ['ArrowRight', raw],
        ['ArrowRight', unified],
        ['ArrowLeft', raw],
        ['Home', unified],
        ['Home', unified],
        ['End', raw],
        ['End', raw],
        ['ArrowLeft', unified],
      ] as const) {
        await page.keyboard.press(key);
        await expect.poll(hasFocus(tab), patient).toBe(true);
        await expect.poll(isOpen(tab), patient).toBe('true');
      }
    });

    it('has its tree opened, walked and searched', async () => {
      const { page, card } = await open(place);
      await card('first').getByRole('tab', { name: 'Raw' }).click();
      const rows = card('first').getByRole('treeitem');
      const users = rows.filter({ hasText: 'users' });
      await users.click();
      await expect.poll(() => users.getAttribute('aria-expanded'), patient).toBe('true');
      await expect.poll(hasFocus(users), patient).toBe(true);
      await page.keyboard.press('ArrowLeft');
      await expect.poll(() => users.getAttribute('aria-expanded'), patient).toBe('false');
      await page.keyboard.press('ArrowUp');
      await expect.poll(hasFocus(rows.filter({ hasText: 'totalUnits' })), patient).toBe(true);
      await card('first').getByRole('searchbox').fill('Ada');
      await expect.poll(() => card('first').locator('mark').allTextContents(), patient).toEqual(['Ada']);
    });

    it('has texts copied: a value, what is marked, and the id by hand where there is no clipboard', async () => {
      const { page, card } = await open(place);
      await card('first').getByRole('tab', { name: 'Raw' }).click();
      const units = card('first').getByRole('treeitem').filter({ hasText: 'totalUnits' });
      await units.click();
      await card('first').getByRole('button', { name: 'Copy JSONPath' }).click();
      await expect.poll(copied(page), patient).toBe('$.totalUnits');
      await units.focus();
      await page.keyboard.press('Control+c');
      await expect.poll(copied(page), patient).toBe('500');

      const users = card('first').getByRole('treeitem').filter({ hasText: 'users' });
      const box = await users.locator('[data-lk-part="json-key"]').boundingBox();
      if (!box) throw new Error('the key is not drawn');
      const middle = box.y + box.height / 2;
      await page.mouse.move(box.x + 1, middle);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width, middle, { steps: 3 });
      await page.mouse.up();
      await page.keyboard.press('Control+c');
      await expect.poll(copied(page), patient).toBe('users');
      expect(await users.getAttribute('aria-expanded')).toBe('false');

      await page.evaluate(() => {
        navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
      });
      await card('narrow').getByRole('button', { name: 'Copy ID' }).click();
      await expect.poll(() => card('narrow').getByRole('status').first().textContent(), patient).not.toBe('');
      await page.keyboard.press('Control+c');
      await expect.poll(copied(page), patient).toContain('lic-0123456789');
    });

    it('has the focus go to the card when an error goes away under it', async () => {
      const { page, card } = await open(place);
      await card('broken').getByRole('button', { name: 'Try again' }).focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => card('broken').getAttribute('data-state'), patient).toBe('ready');
      await expect.poll(hasFocus(card('broken')), patient).toBe(true);
    });

    it('has the body saved as a file', async () => {
      const { page, card } = await open(place);
      await card('first').getByRole('tab', { name: 'Raw' }).click();
      const saved = page.waitForEvent('download');
      await card('first').getByRole('button', { name: 'Download' }).click();
      const file = await saved;
      expect(file.suggestedFilename()).toBe('license.json');
      expect(await readFile(await file.path(), 'utf8')).toContain('"totalUnits":500');
    });

    it('has its parts stand by the room it is given', async () => {
      const { card } = await open(place);
      /** How far the tabs stand below the name's lower edge. */
      const gap = async (name: string) => {
        const [title, tabs] = await Promise.all(
          ['title', 'tabs'].map((part) => card(name).locator(`[data-lk-part="${part}"]`).boundingBox()),
        );
        return (tabs?.y ?? 0) - (title?.y ?? 0) - (title?.height ?? 0);
      };
      expect(await gap('first')).toBeLessThan(0);
      expect(await gap('narrow')).toBeGreaterThan(0);
    });
  });

  it('takes tokens that are set on the host of its shadow root', async () => {
    const { card } = await open('shadow');
    const fill = card('first').locator('[data-lk-part="meter-fill"]');
    expect(await fill.evaluate((each) => getComputedStyle(each).fill)).toBe('rgb(200, 0, 0)');
  });
});
