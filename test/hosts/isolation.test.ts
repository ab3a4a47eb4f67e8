import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hostSheets } from './hosts.ts';
import { above, compare, listed, photograph, type Picture } from './pixels.ts';
import { bundle, type Files, html, openSite, type Site } from './site.ts';

vi.setConfig({ testTimeout: 60_000 });

const sheets = await hostSheets();
const link = (name: string) => `<link rel="stylesheet" href="/${encodeURIComponent(name)}.css">`;

/** What stands on a host's own pages. */
const elements = `<main data-sample="elements">
  <header><nav aria-label="Main"><a href="#a">Home</a> <a href="#b">Licenses</a></nav></header>
  <h1>Licenses</h1><h2>Seats</h2><h3>Roles</h3><h4>Dates</h4><h5>Price</h5><h6>Notes</h6>
  <p>A paragraph with <b>bold</b>, <strong>strong</strong>, <i>italic</i>, <em>stressed</em>, <u>underlined</u>, <s>struck</s>,
    <small>small</small>, <mark>marked</mark>, <sub>sub</sub>, <sup>sup</sup>, <code>code</code>, <kbd>kbd</kbd>, <samp>samp</samp>,
    <abbr title="Abbreviation">abbr</abbr>, <q>quoted</q>, <cite>cited</cite>, <time>today</time>, <span>span</span>.</p>
  <ul><li>one<ul><li>in one</li></ul></li><li>two</li></ul><ol><li>one</li><li>two</li></ol>
  <dl><dt>Term</dt><dd>Value</dd></dl><blockquote>Quoted</blockquote><pre>pre\tformatted</pre><hr><address>Address</address>
  <table><caption>Caption</caption><thead><tr><th>Head</th><th>Head</th></tr></thead><tbody><tr><td>Cell</td><td>Cell</td></tr></tbody></table>
  <form><fieldset><legend>Legend</legend><label>Label <input value="text"></label> <input type="search" placeholder="search">
    <input type="checkbox" checked> <input type="radio"> <input type="range"> <input type="number" value="1"> <input type="color">
    <select><option>Option</option></select> <textarea>Area</textarea> <button>Button</button> <button disabled>Disabled</button>
    <progress value="0.5"></progress> <meter value="0.5"></meter> <output>Output</output></fieldset></form>
  <details open><summary>Summary</summary>Details</details><figure><svg viewBox="0 0 9 9" width="40"><rect width="9" height="9"/></svg>
    <figcaption>Figure</figcaption></figure><article>Article</article><section>Section</section><aside>Aside</aside>
  <div role="tablist"><button role="tab" aria-selected="true">Tab</button></div><div role="tabpanel" tabindex="0">Panel</div>
  <div role="tree"><div role="treeitem" aria-selected="false">Item</div></div><footer>Footer</footer></main>`;

let site: Site;
let blank: Page;

beforeAll(async () => {
  const [script, styles]: Files[] = await Promise.all([
    bundle('samples-page.tsx'),
    bundle('../../src/styles/styles.css'),
  ]);
  site = await openSite((path, query) => {
    if (path === '/page')
      return html(
        '<x-place id="samples"></x-place><script type="module" src="/page.js"></script>',
        query.getAll('sheet').map(link).join(''),
      );
    if (path === '/elements') return html(elements, query.getAll('sheet').map(link).join(''));
    if (path === '/styles.css')
      return Object.values(styles ?? {}).find((text) => text.includes('data-lk-part'));
    return script?.[path] ?? sheets[decodeURIComponent(path.slice(1, -4))];
  });
  blank = await site.browser.newPage();
}, 120_000);
afterAll(() => site?.close());

/** What the samples show when all that they load and look for has come. */
const done = [
  '[data-sample="raw"] [role="tree"]',
  '[data-sample="json"] [aria-selected="true"] mark',
  '[data-sample="no json"] mark',
];

/** A picture of a page with these stylesheets, in this order. */
async function draw(path: '/page' | '/elements', ...names: string[]): Promise<Picture> {
  const page = await site.browser.newPage({
    viewport: { width: 2680, height: 2320 },
    locale: 'en-US',
    timezoneId: 'UTC',
  });
  await page.clock.setFixedTime(Date.UTC(2026, 0, 5, 0, 2));
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  const query = new URLSearchParams(names.map((name) => ['sheet', name]));
  await page.goto(`${site.origin}${path}?${query}`);
  for (const each of path === '/page' ? done : []) await page.locator(each).waitFor({ timeout: 10_000 });
  const picture = await photograph(page);
  await page.close();
  expect(faults).toEqual([]);
  return picture;
}

describe('the kit under the stylesheet of a host', { timeout: 30_000 }, () => {
  let bare: Picture;
  beforeAll(async () => {
    bare = await draw('/page', 'styles');
  }, 60_000);

  it('is drawn the same twice', async () => {
    expect(above(0, await compare(blank, bare, await draw('/page', 'styles')))).toEqual([]);
  });

  it('would be seen to differ', async () => {
    const differing = above(0.01, await compare(blank, bare, await draw('/page')));
    expect(differing.length).toBe(Object.keys(bare.boxes).length);
  });

  // Of two rules that weigh the same the later one counts: a host's sheet after ours is the harder case.
  it.each(Object.keys(sheets))('looks as on a bare page: %s', async (name) => {
    const differences = await compare(blank, bare, await draw('/page', 'styles', name));
    console.log(`${name}: ${listed(differences)}`);
    expect(above(0.005, differences)).toEqual([]);
  });
});

describe('the elements of a host', { timeout: 30_000 }, () => {
  it.each([[[]], ...Object.keys(sheets).map((name) => [[name]])])(
    'are drawn to the pixel as without our stylesheet, beside %j',
    async (host) => {
      const without = await draw('/elements', ...host);
      expect(above(0, await compare(blank, without, await draw('/elements', ...host, 'styles')))).toEqual([]);
    },
  );
});
