import type { Page } from 'playwright';
import { renderToString } from 'react-dom/server';
import { createElement } from 'react';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { createSandbox } from '../../src/sandbox/index.ts';
import { createLicenseProxy } from '../../src/server/index.ts';
import { Samples } from './samples.tsx';
import { bundle, html, openSite, type Site } from './site.ts';

vi.setConfig({ testTimeout: 60_000 });
/** Browsers take their time on a busy machine. */
const patient = { timeout: 15_000 };

const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const sandbox = createSandbox({ limits: false });
const proxy = createLicenseProxy({
  token: sandbox.token,
  fetch: (request) => sandbox.fetch(request),
  authorize: ({ integratedAccountId }) => (integratedAccountId ? { integratedAccountId } : null),
});
const cards = sandbox.accounts
  .filter(({ status, label }) => status === 'active' && /^(Cisco Meraki|Salesforce|Webex)$/.test(label))
  .flatMap(({ id, vendor, licenses: [license] }) =>
    license
      ? [{ licenseId: license.id, integratedAccountId: id, organizations: license.organizations, vendor }]
      : [],
  );
const [known] = cards;
const unknown = { ...known, licenseId: 'no-such-license' };

let site: Site;
beforeAll(async () => {
  const files = await bundle('cards-page.tsx');
  const data = JSON.stringify([...cards, unknown]).replaceAll('"', '&quot;');
  site = await openSite(
    (path) =>
      path === '/'
        ? html(
            `<div id="root" data-cards="${data}"></div><script type="module" src="/page.js"></script>`,
            '<link rel="stylesheet" href="/page.css">',
          )
        : files[path],
    { headers: { 'content-security-policy': policy }, fetch: proxy },
  );
}, 120_000);
afterAll(() => site?.close());

/** A page, and what its browser reports: violations of the policy, errors and warnings. */
async function open(): Promise<{ page: Page; reports: string[] }> {
  const page = await site.browser.newPage();
  onTestFinished(() => page.close());
  const reports: string[] = [];
  page.on('console', (message) => {
    // The browser itself says so of the license that does not exist.
    const isNotFound = message.text().includes('404');
    if (/error|warning/.test(message.type()) && !isNotFound) reports.push(message.text());
  });
  page.on('pageerror', ({ message }) => reports.push(message));
  await page.exposeFunction('reportViolation', (text: string) => reports.push(text));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      const report: unknown = Reflect.get(globalThis, 'reportViolation');
      if (typeof report === 'function') report(`${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  await page.goto(site.origin);
  return { page, reports };
}

it('works whole under a strict policy with Trusted Types, and violates nothing', async () => {
  const { page, reports } = await open();
  const card = page.locator('[data-lk-part="license"]');
  await page.locator('[data-lk-part="license"][data-state="not-found"]').waitFor();
  for (let index = 0; index < cards.length; index += 1) {
    const each = card.nth(index);
    await each.and(page.locator('[data-state="ready"]')).waitFor();
    await each.getByRole('button', { name: 'Copy ID' }).hover();
    await each.getByRole('button', { name: 'Copy ID' }).click();
    await each.getByRole('tab', { name: 'Raw' }).click();
    await each.getByRole('tree').waitFor();
    await each.getByRole('button', { name: 'Expand all' }).click();
    await each.getByRole('searchbox').fill('e');
    await each.getByRole('button', { name: 'Next match' }).click();
    await each.getByRole('combobox').selectOption({ index: 1 });
    await each.getByRole('treeitem').last().hover();
    await each.getByRole('button', { name: 'Copy JSON', exact: true }).first().click();
    const saved = page.waitForEvent('download');
    await each.getByRole('button', { name: 'Download' }).click();
    await (await saved).delete();
    await each.getByRole('button', { name: 'Collapse all' }).click();
    await each.getByRole('tab', { name: 'Unified' }).click();
    await each.getByRole('button', { name: 'Refresh' }).click();
    await expect.poll(() => each.getAttribute('aria-busy'), patient).toBeNull();
  }
  expect(await card.first().evaluate((each) => getComputedStyle(each).borderTopWidth)).toBe('1px');
  expect(reports).toEqual([]);
}, 60_000);

it('would be reported, if it violated the policy', async () => {
  const { page, reports } = await open();
  await page.evaluate(() => {
    const element = document.createElement('div');
    element.setAttribute('style', 'color: red');
    try {
      element.innerHTML = '<b></b>';
    } catch {
      // Trusted Types throw as well.
    }
  });
  await expect
    .poll(() => reports.join('\n'))
    .toMatch(/style-src[^]*require-trusted-types-for|require-trusted-types-for[^]*style-src/);
});

it('writes no style attribute into the HTML of a server: neither ours nor Radix’s', () => {
  // What places the samples beside each other is the host's.
  const markup = renderToString(createElement(Samples)).replaceAll(/<x-place [^>]*>/g, '');
  expect(markup.match(/data-lk-part="license"/g)?.length).toBeGreaterThan(8);
  expect(markup.match(/role="tab"/g)?.length).toBeGreaterThan(8);
  expect(markup.match(/\sstyle=/g)).toBeNull();
  expect(markup).not.toMatch(/<style|<script|\son[a-z]+=/);
});
