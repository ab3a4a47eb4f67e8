import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { bundle, html, openSite, type Site } from './site.ts';

vi.setConfig({ testTimeout: 60_000 });
/** Browsers take their time on a busy machine. */
const patient = { timeout: 15_000 };

let site: Site;
beforeAll(async () => {
  const [script, styles] = await Promise.all([
    bundle('samples-page.tsx'),
    bundle('../../src/styles/styles.css'),
  ]);
  const sheet = Object.values(styles).find((text) => text.includes('data-lk-part'));
  site = await openSite((path) => {
    if (path === '/styles.css') return sheet;
    if (path !== '/') return script[path];
    return html(
      '<x-place id="samples"></x-place><script type="module" src="/page.js"></script>',
      '<link rel="stylesheet" href="/styles.css">',
    );
  });
}, 120_000);
afterAll(() => site?.close());

async function open(media: Parameters<Page['emulateMedia']>[0] = {}): Promise<Page> {
  const page = await site.browser.newPage({ viewport: { width: 2680, height: 2320 } });
  onTestFinished(() => page.close());
  await page.emulateMedia(media);
  await page.goto(site.origin);
  await page.locator('[data-sample="raw"] [role="tree"]').waitFor({ state: 'attached' });
  return page;
}

/** How long each animation lasts, in milliseconds. */
const durations = (page: Page) =>
  page.evaluate(() =>
    document.getAnimations().map((animation) => Number(animation.effect?.getComputedTiming().activeDuration)),
  );

it('moves nothing for who asked for less motion', async () => {
  const moving = await open();
  await expect.poll(() => durations(moving), patient).toContain(Infinity);
  const still = await open({ reducedMotion: 'reduce' });
  expect((await durations(still)).filter((duration) => duration > 10)).toEqual([]);
});

it('prints what is said, whole and without what can only be pressed', async () => {
  const page = await open({ media: 'print' });
  const seen = await page
    .locator('[data-sample] button')
    .evaluateAll((buttons) =>
      buttons
        .filter((button) => button.checkVisibility())
        .map((button) => button.getAttribute('data-lk-part')),
    );
  // "2 more" is said on paper too, so that nobody takes a part for the whole.
  expect(new Set(seen)).toEqual(new Set(['more', 'roles-more'].filter((part) => seen.includes(part))));
  const full = page.locator('[data-sample="full"]');
  for (const text of [
    'Webex Suite Enterprise',
    '412',
    'Contact Center',
    'Full administrator',
    'lic-0123456789',
  ]) {
    await full.getByText(text).first().waitFor({ timeout: 15_000 });
  }
  const raw = page.locator('[data-sample="raw"]');
  expect(await raw.getByRole('treeitem').count()).toBe(8);
  const viewport = raw.locator('[data-lk-part="json-viewport"]');
  expect(await viewport.evaluate((each) => each.scrollHeight - each.clientHeight)).toBeLessThanOrEqual(0);
  // A long list that is opened scrolls on a screen.
  const cut = await full.locator('[data-lk-part="roles-list"]').evaluate((list) => {
    list.setAttribute('data-expanded', '');
    for (let role = 0; role < 300; role += 1) list.prepend(list.firstElementChild?.cloneNode(true) ?? '');
    return list.scrollHeight - list.clientHeight;
  });
  expect(cut).toBeLessThanOrEqual(0);
  const split = await full.locator('article').evaluate((card) => getComputedStyle(card).breakInside);
  expect(split).toBe('avoid');
});

/** The contrast of what is painted with a property of a part, over the card's surface. */
const contrast = (page: Page, part: string, property: string) =>
  page
    .locator(`[data-sample="full"] [data-lk-part="${part}"]`)
    .first()
    .evaluate((element, name) => {
      const context = new OffscreenCanvas(1, 1).getContext('2d');
      const luminance = (color: string) => {
        if (!context) return 0;
        context.fillStyle = color;
        context.fillRect(0, 0, 1, 1);
        const [r = 0, g = 0, b = 0] = [...context.getImageData(0, 0, 1, 1).data].map((channel) => {
          const share = channel / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const card = element.closest('article') ?? element;
      const [high, low] = [
        luminance(getComputedStyle(element).getPropertyValue(name)),
        luminance(getComputedStyle(card).backgroundColor),
      ].sort((a, b) => b - a);
      return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
    }, property);

it('draws texts and edges stronger for who asked for more contrast', async () => {
  const [usual, more] = [await open(), await open({ contrast: 'more' })];
  expect(await contrast(usual, 'license', 'border-top-color')).toBeLessThan(3);
  expect(await contrast(more, 'license', 'border-top-color')).toBeGreaterThan(3);
  expect(await contrast(usual, 'term', 'color')).toBeGreaterThan(4.5);
  expect(await contrast(more, 'term', 'color')).toBeGreaterThan(7);
});

it.each(['light', 'dark'] as const)(
  'keeps meter, badges and the open tab apart in forced %s colors',
  async (colorScheme) => {
    const page = await open({ forcedColors: 'active', colorScheme });
    const style = (part: string, property: string) =>
      page
        .locator(`[data-sample="full"] [data-lk-part="${part}"]`)
        .first()
        .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
    expect(await style('meter-fill', 'fill')).not.toBe(await style('meter', 'background-color'));
    expect(await style('badge', 'outline-style')).toBe('solid');
    expect(await style('meter', 'outline-style')).toBe('solid');
    const [open_, closed] = await page
      .locator('[data-sample="full"] [role="tab"]')
      .evaluateAll((tabs) => tabs.map((tab) => getComputedStyle(tab).backgroundColor));
    expect(open_).not.toBe(closed);
  },
);
