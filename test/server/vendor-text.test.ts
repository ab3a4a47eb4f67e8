import { createServer, type Server } from 'node:http';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createLicenseProxy } from '../../src/server/index.ts';
import { bundle, html, openSite, type Site } from '../hosts/site.ts';

vi.setConfig({ testTimeout: 60_000 });

/** What somebody may write into a field of a vendor's, to have it run, load or be obeyed somewhere. */
const attacks: Readonly<Record<string, string>> = {
  image: '<img src=/stolen onerror="__pwned=1">',
  script: '"></title></style><script>__pwned=1</script>',
  svg: '<svg onload=__pwned=1><a xlink:href="javascript:__pwned=1"><text>x</text></a></svg>',
  attribute: '\' onmouseover="__pwned=1" style="position:fixed;inset:0" x=\'',
  'script URL': 'javascript:__pwned=1',
  'data URL': 'data:text/html,<script>parent.__pwned=1</script>',
  link: 'https://evil.invalid/?q=1 //evil.invalid/x',
  template: '{{constructor.constructor("__pwned=1")()}} ${__pwned=1} {assigned} {count} {vendor}',
  'escaped markup': '&lt;img src=x onerror=__pwned=1&gt; \\u003cscript\\u003e__pwned=1\\u003c/script\\u003e',
  bidi: '\u202e\u2066gnp.ecnecil\u2069\u202c \u200f\u061c',
  control: 'nul \u0000 escape \u001b[2J bell \u0007 line \u2028 bom \ufeff',
  style: "red;} * { display:none } [data-lk-part='license'] { background: url(/stolen)",
  prototype: '__proto__',
};

const json = (value: unknown) => JSON.stringify(value);
/** Keys that would reach a prototype, were they assigned; written as text, because an object literal cannot hold them. */
const prototypes =
  '"__proto__": { "polluted": "yes" }, "constructor": { "prototype": { "polluted": "yes" } }, ';

/** A license with one text in every field that holds a text, and its vendor's body with it in keys and values. */
function license(id: string, text: string): string {
  const each = `{ ${prototypes} "id": ${json(text)}, "name": ${json(text)}, "status": ${json(text)} }`;
  return `{ ${prototypes} "id": ${json(id)}, "name": ${json(text)}, "description": ${json(text)}, "status": ${json(text)},
    "currency": ${json(text)}, "unit_amount": 5, "assigned_quantity": 3, "available_quantity": 9, "is_paid": true,
    "products": [${each}, ${each}, ${each}], "roles": [${each}, ${each}, ${each}],
    "created_at": ${json(text)}, "updated_at": ${json(text)}, ${json(text)}: ${json(text)} }`;
}
const body = (text: string) =>
  `{ ${prototypes} "text": ${json(text)}, ${json(text)}: { "deeper": [${json(text)}, { ${json(text)}: 1 }] } }`;
const failure = (text: string) =>
  `{ ${prototypes} "statusCode": 403, "error": ${json(text)}, "message": ${json(text)}, "truto_is_remote_error": true,
    "truto_error_insight": { "missing_scopes": [${json(text)}] } }`;

/** Answers as Truto would, with texts that the last part of the path names. */
const upstream: Server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://upstream.invalid');
  const [name = '', isFailing] = decodeURIComponent(pathname.split('/').at(-1) ?? '').split('!');
  const text = attacks[name] ?? name;
  response.writeHead(isFailing === undefined ? 200 : 403, { 'content-type': 'application/json' });
  if (isFailing !== undefined) response.end(failure(text));
  else if (searchParams.get('truto_response_format') === 'raw') response.end(body(text));
  else response.end(license(name, text));
});

let site: Site;
beforeAll(async () => {
  const files = await bundle('cards-page.tsx');
  await new Promise<void>((done) => upstream.listen(0, '127.0.0.1', done));
  const address = upstream.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  site = await openSite(
    (path, query) =>
      path === '/'
        ? html(
            `<div id="root" data-cards="${json(query.getAll('license').map((licenseId) => ({ licenseId }))).replaceAll('"', '&quot;')}"></div><script type="module" src="/page.js"></script>`,
            '<link rel="stylesheet" href="/page.css">',
          )
        : files[path],
    {
      fetch: createLicenseProxy({
        token: 'a-token-of-the-server',
        baseUrl: `http://127.0.0.1:${port}`,
        authorize: () => ({ integratedAccountId: 'an-account' }),
      }),
    },
  );
}, 120_000);
afterAll(async () => {
  await site?.close();
  upstream.closeAllConnections();
  upstream.close();
});

afterEach(() => Promise.all(site.browser.contexts().map((context) => context.close())));

interface Seen {
  readonly page: Page;
  readonly text: string;
  /** Each kind of element with its attributes, as `tag[name][name]`. */
  readonly kinds: readonly string[];
  /** What the page asked for beside its own files and the license API. */
  readonly strays: readonly string[];
  readonly dialogs: readonly string[];
}

/** Draws cards of these licenses with everything opened that can be. */
async function open(...names: string[]): Promise<Seen> {
  const page = await site.browser.newPage();
  const strays: string[] = [];
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    const isOwn =
      origin === site.origin && /^\/($|page\.|assets\/|favicon\.ico$|api\/truto\/unified\/)/.test(pathname);
    if (!isOwn) strays.push(request.url());
  });
  await page.goto(`${site.origin}/?${new URLSearchParams(names.map((name) => ['license', name]))}`);
  for (const [index] of names.entries()) {
    const card = page.locator('[data-lk-part="license"]').nth(index);
    await card.and(page.locator('[data-state="ready"], [data-state="error"]')).waitFor();
    const closed = card.locator('button[aria-expanded="false"]');
    while ((await closed.count()) > 0) await closed.first().click();
    const raw = card.getByRole('tab', { name: 'Raw' });
    if ((await raw.count()) === 0) continue;
    await raw.click();
    await card.getByRole('button', { name: 'Expand all' }).click();
    await card.getByRole('treeitem').nth(3).click();
    await card.getByRole('treeitem').nth(3).hover();
  }
  const kinds = await page.evaluate(() => [
    ...new Set(
      [...document.querySelectorAll('#root *')].map(
        ({ tagName, attributes }) =>
          `${tagName.toLowerCase()}${[...attributes]
            .map(({ name }) => `[${name}]`)
            .sort()
            .join('')}`,
      ),
    ),
  ]);
  const text = await page.locator('#root').evaluate((root) => root.textContent ?? '');
  return { page, text, kinds, strays, dialogs };
}

describe('what a vendor writes', { timeout: 30_000 }, () => {
  let harmless: readonly string[];
  beforeAll(async () => {
    harmless = (await open('harmless', 'harmless!fails')).kinds;
  }, 30_000);

  it.each(Object.entries(attacks))('stays text on the page: %s', async (name, text) => {
    const { page, text: shown, kinds, strays, dialogs } = await open(name, `${name}!fails`);
    await page.locator('[data-lk-part="license"][data-state="ready"]').waitFor();
    // A control character cannot be seen: the tree says its code, and elsewhere HTML has none for it.
    const visible = { bidi: 'gnp.ecnecil', control: 'escape' }[name] ?? text;
    expect(shown.split(visible).length).toBeGreaterThan(6);
    expect(dialogs).toEqual([]);
    expect(strays).toEqual([]);
    expect(await page.evaluate(() => Reflect.get(globalThis, '__pwned'))).toBeUndefined();
    expect(
      kinds.filter((kind) => /\[(href|src|srcdoc|action|formaction|xlink:href|on\w+)\]/.test(kind)),
    ).toEqual([]);
    // Nothing that a harmless text does not make.
    expect(harmless.length).toBeGreaterThan(20);
    expect(kinds.filter((kind) => !harmless.includes(kind))).toEqual([]);
    expect(await page.evaluate(() => Reflect.get({}, 'polluted'))).toBeUndefined();
  });

  it('leaves the page’s own prototypes as they were', async () => {
    const names = () =>
      [Object, Array, String, Function].map(({ prototype }) => Reflect.ownKeys(prototype).map(String));
    const { page } = await open('prototype');
    const blank = await site.browser.newPage();
    expect(await page.evaluate(names)).toEqual(await blank.evaluate(names));
    await blank.close();
  });
});
