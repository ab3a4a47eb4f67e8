// Draws every story of the built Storybook and compares it with its picture in test/pictures.
//
//   node scripts/pictures.mjs [words of a story's id]            compare
//   node scripts/pictures.mjs --update [words of a story's id]   take the pictures anew
//
// A picture shows a story in every mode, side by side. Pictures depend on the browser and on how the machine draws
// text. Where either is another than when they were taken, nothing is compared, and that is said.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { chromium, errors } from 'playwright';
import { preview } from 'vite';
import { chromiumArgs, findBrowser } from './browser.mjs';
import { compare, sideBySide } from './compare-pictures.mjs';
import { indexedPng } from './indexed-png.mjs';

/** @typedef {{ id: string, title: string, type: string, tags?: string[] }} Entry */

const folder = 'test/pictures';
const differences = join(folder, 'differences');
const takenWith = join(folder, 'taken-with.json');
const textPicture = join(folder, 'text.png');

/**
 * How wide the page of a story is, by a tag of the story or the first word of its title. Other stories have no picture,
 * nor has one that is tagged `no-picture`.
 * @type {Record<string, number>}
 */
const widths = { wide: 960, Components: 480, Pages: 1280, Themes: 960 };
/**
 * How high every page is, so that none is resized: Chromium takes a second to draw a page that was. A story is cut out
 * of it.
 */
const height = 4000;
/** Smaller than life, for the repository's sake. */
const scale = 0.75;

/** @type {Record<string, { globals: string, media: import('playwright').BrowserContextOptions }>} */
const modes = {
  light: { globals: 'scheme:light', media: { colorScheme: 'light' } },
  dark: { globals: 'scheme:dark', media: { colorScheme: 'dark' } },
  'forced colors': { globals: 'scheme:dark', media: { colorScheme: 'dark', forcedColors: 'active' } },
  'right to left': { globals: 'scheme:light;direction:rtl;locale:ar', media: { colorScheme: 'light' } },
};

/** The time in every story: what is relative to it, or counts down, stands still. */
const now = new Date('2026-11-23T12:00:00Z');

/** Text in the scripts and faces that the stories use, whose fonts are the machine's own, and shapes: never the kit's styles. */
const sampleText = `
  <div style="padding: 8px; background: #fff; color: #111; font: 14px/1.5 'Inter Variable', system-ui, sans-serif">
    <p>Seats assigned 0123456789 – <b>Webex Suite</b> <i>Unknown</i> “…” €14.50 ✓</p>
    <p style="font-family: ui-monospace, 'SFMono-Regular', 'Noto Sans Mono', 'Menlo', monospace">Y2lzY29zcGFyazov {"a": 1}</p>
    <p lang="ar" dir="rtl">المقاعد المخصّصة قبل ٣ أيام</p>
    <p lang="ja">割り当て済みシート</p>
    <p>עברית ελληνικά кириллица 👩‍👩‍👧‍👦</p>
    <svg width="96" height="32"><circle cx="16" cy="16" r="15.3" fill="#3355cc" /><path d="M40 28 60 4l9 17" stroke="#c30" fill="none" /></svg>
    <p style="border: 1px solid #8884; border-radius: 7px; padding: 5px; box-shadow: 0 1px 3px #0004; background: linear-gradient(90deg, #eef, #fe9)">○</p>
  </div>`;

/** A story that cannot be pictured. */
class Fault extends Error {}

const args = process.argv.slice(2);
const isUpdate = args.includes('--update');
const wanted = args.filter((arg) => !arg.startsWith('--'));

const server = await preview({
  configFile: false,
  logLevel: 'warn',
  build: { outDir: 'storybook-static' },
  preview: { port: 0, host: '127.0.0.1' },
});
const root = server.resolvedUrls?.local[0] ?? '';
const executablePath = await findBrowser();
const launch = () => chromium.launch({ ...(executablePath ? { executablePath } : {}), args: chromiumArgs });
/** One for the canvas, and one a mode: pages of one browser wait for each other to be photographed. */
const [browser, ...browsers] = await Promise.all([launch(), ...Object.keys(modes).map(launch)]);
try {
  process.exitCode = await main();
} finally {
  await Promise.all([browser, ...browsers].map((each) => each.close()));
  await server.close();
}
process.exit();

async function main() {
  const pages = await Promise.all(
    Object.entries(modes).map(async ([mode, { globals, media }], index) => {
      const context = await (browsers[index] ?? browser).newContext({
        ...media,
        reducedMotion: 'reduce',
        deviceScaleFactor: scale,
        locale: 'en-US',
        timezoneId: 'UTC',
      });
      const page = await context.newPage();
      await page.addInitScript(stand, now.getTime());
      return { mode, globals, page };
    }),
  );
  const canvas = await browser.newPage();
  const chromiumMajor = Number.parseInt(browser.version(), 10);
  const stories = await listStories();

  const text = await drawText(stories[0]);
  if (isUpdate && wanted.length === 0) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(takenWith, `{ "chromium": ${chromiumMajor} }\n`);
    writeFileSync(textPicture, text);
  }
  if (!existsSync(takenWith))
    throw new Error('There are no pictures yet: node scripts/pictures.mjs --update');
  const reason = whyNotComparable(text);
  if (reason) {
    console.warn(
      boxed(['THE PICTURES WERE NOT COMPARED.', reason, 'All anew: node scripts/pictures.mjs --update']),
    );
    return isUpdate ? 1 : 0;
  }

  rmSync(differences, { recursive: true, force: true });
  /** @type {string[]} */
  const faults = [];
  for (const story of stories) {
    const file = join(folder, `${story.id}.png`);
    try {
      const fault = isUpdate ? await take(story, file) : await check(story, file);
      if (fault) faults.push(`${story.id}: ${fault}`);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      faults.push(`${story.id}: ${error.message}`);
    }
  }
  if (wanted.length === 0) {
    const expected = new Set(['text.png', ...stories.map(({ id }) => `${id}.png`)]);
    for (const file of readdirSync(folder).filter((each) => each.endsWith('.png') && !expected.has(each))) {
      if (isUpdate) rmSync(join(folder, file));
      else faults.push(`${file} is the picture of no story`);
    }
  }
  if (faults.length > 0) {
    console.error(`${faults.join('\n')}\n`);
    if (existsSync(differences)) console.error(`What is drawn now, and what differs: ${differences}`);
    console.error('If that is how it should look: node scripts/pictures.mjs --update');
  }
  console.log(`${stories.length} stories ${isUpdate ? 'pictured' : 'compared'}, ${faults.length} differ.`);
  return faults.length > 0 ? 1 : 0;

  /** Why the pictures say nothing on this machine. @param {Buffer} text */
  function whyNotComparable(text) {
    const taken = JSON.parse(readFileSync(takenWith, 'utf8'));
    if (taken.chromium !== chromiumMajor) {
      return `They were taken with Chromium ${taken.chromium}; this is Chromium ${chromiumMajor}.`;
    }
    return text.equals(readFileSync(textPicture))
      ? undefined
      : 'This machine draws text and shapes with other fonts, or otherwise, than the one that took them.';
  }

  /** How this machine draws text. @param {Entry | undefined} story any, for the font that the stories bring */
  async function drawText(story) {
    const page = pages[0]?.page;
    if (!story || !page) throw new Error('The Storybook has no such story.');
    await page.setViewportSize({ width: 480, height });
    await page.goto(addressOf(story, ''));
    await waitForStory(page, story);
    await page.evaluate((html) => {
      document.body.removeAttribute('class');
      document.body.innerHTML = `<div id="storybook-root">${html}</div>`;
      // Laid out, so that it knows which fonts to load.
      document.body.getBoundingClientRect();
      return document.fonts.ready;
    }, sampleText);
    const text = await photographStill(page);
    await page.goto('about:blank');
    return text;
  }

  /** @param {Entry} story @param {string} file */
  async function take(story, file) {
    writeFileSync(file, await draw(story));
    return undefined;
  }

  /** What is wrong with a story's looks. @param {Entry} story @param {string} file */
  async function check(story, file) {
    if (!existsSync(file)) return 'has no picture yet';
    const before = readFileSync(file);
    let drawn = await draw(story);
    // Once more, in case that it was drawn too late, or that the story before it has left something behind.
    if (!drawn.equals(before)) drawn = await draw(story, true);
    if (drawn.equals(before)) return undefined;
    const { columns, pixels, picture } = await canvas.evaluate(compare, {
      before: before.toString('base64'),
      after: drawn.toString('base64'),
      width: widthOf(story) * scale,
    });
    if (pixels === 0) return undefined;
    mkdirSync(differences, { recursive: true });
    writeFileSync(join(differences, `${story.id}.actual.png`), drawn);
    writeFileSync(join(differences, `${story.id}.diff.png`), Buffer.from(picture, 'base64'));
    const where = Object.keys(modes).filter((_, column) => columns.includes(column));
    return `${pixels} pixels differ in ${where.join(', ')}`;
  }

  /** A story in every mode, in pages that stay or are loaded anew. @param {Entry} story */
  async function draw(story, isFresh = false) {
    const pictures = await Promise.all(
      pages.map(async ({ page, mode, globals }) => {
        await page.setViewportSize({ width: widthOf(story), height });
        if (isFresh || page.url() === 'about:blank') await page.goto(addressOf(story, globals));
        else await page.evaluate(select, story.id);
        const fault = await waitForStory(page, story);
        if (fault) throw new Fault(`${fault} (${mode})`);
        return (await photographStill(page)).toString('base64');
      }),
    );
    const { indexes, ...picture } = await canvas.evaluate(sideBySide, pictures);
    return indexedPng({ ...picture, indexes: Buffer.from(indexes, 'base64') });
  }
}

/** @returns {Promise<Entry[]>} */
async function listStories() {
  const { entries } = await (await fetch(`${root}index.json`)).json();
  return Object.values(/** @type {Record<string, Entry>} */ (entries))
    .filter((entry) => entry.type === 'story' && widthOf(entry))
    .filter(({ id }) => wanted.every((word) => id.includes(word)));
}

/** @param {Entry} story */
function widthOf({ title, tags = [] }) {
  if (tags.includes('no-picture')) return 0;
  return [...tags, title.split('/')[0] ?? ''].map((each) => widths[each] ?? 0).find(Boolean) ?? 0;
}

/** @param {Entry} story @param {string} globals */
function addressOf({ id }, globals) {
  return `${root}iframe.html?viewMode=story&id=${id}&globals=${encodeURIComponent(`a11y.manual:!true;${globals}`)}`;
}

/** Until a story stands still. @param {import('playwright').Page} page @param {Entry} story */
async function waitForStory(page, { id }) {
  const staysBusy = /--(loading|refreshing|canceled)/.test(id);
  try {
    const drawn = await page.waitForFunction(howDrawn, { id, staysBusy }, { timeout: 30_000 });
    return (await drawn.jsonValue()) === 'error' ? 'its play function fails' : undefined;
  } catch (error) {
    if (error instanceof errors.TimeoutError) return 'is not done after 30 seconds';
    throw error;
  }
}

/** What a page shows, without the empty rest below. @param {import('playwright').Page} page */
async function photograph(page) {
  const clip = await page.evaluate(() => {
    const { width, height } = document.querySelector('#storybook-root')?.getBoundingClientRect() ?? {};
    return { x: 0, y: 0, width: width ?? 0, height: Math.ceil(height ?? 0) };
  });
  return page.screenshot({ clip, animations: 'disabled', caret: 'hide' });
}

/** As soon as two pictures are the same. @param {import('playwright').Page} page */
async function photographStill(page) {
  let last = await photograph(page);
  for (let count = 0; count < 20; count += 1) {
    const next = await photograph(page);
    if (next.equals(last)) return next;
    last = next;
  }
  throw new Fault('does not stand still');
}

/**
 * In the page: the clock stands still, though timers go on; so does the caret, which forced colors show in any case;
 * there is a clipboard; and what fills the window otherwise is as high as what is in it.
 * @param {number} time
 */
function stand(time) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    '* { caret-animation: manual } .sb-scene, .host-page, .radix-themes { min-block-size: 0 !important }',
  );
  document.adoptedStyleSheets = [sheet];
  navigator.clipboard.writeText = async () => {};
  window.Date = new Proxy(Date, {
    construct: (target, of) => Reflect.construct(target, of.length === 0 ? [time] : of),
    get: (target, key) => (key === 'now' ? () => time : Reflect.get(target, key)),
  });
}

/** In the page: goes on to another story, as the sidebar does. @param {string} storyId */
function select(storyId) {
  Reflect.get(window, '__STORYBOOK_ADDONS_CHANNEL__').emit('setCurrentStory', { storyId, viewMode: 'story' });
}

/**
 * In the page: the end of a story whose play function is done, as soon as nothing that it shows is on its way.
 * @param {{ id: string, staysBusy: boolean }} story
 */
function howDrawn({ id, staysBusy }) {
  const [finished] = Reflect.get(window, '__STORYBOOK_ADDONS_CHANNEL__')?.last('storyFinished') ?? [];
  if (finished?.storyId !== id) return false;
  const busy =
    '[data-state=loading], [aria-busy=true], [data-lk-part=remote-state]:not(:has(time)), [data-lk-part=json-note][role=status]';
  const isDone = document.fonts.status === 'loaded' && (staysBusy || !document.querySelector(busy));
  return isDone && finished.status;
}

/** @param {string[]} lines */
function boxed(lines) {
  const width = Math.max(...lines.map(({ length }) => length));
  const rule = '━'.repeat(width + 2);
  return ['', `┏${rule}┓`, ...lines.map((line) => `┃ ${line.padEnd(width)} ┃`), `┗${rule}┛`, ''].join('\n');
}
