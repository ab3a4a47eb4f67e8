// Opens the built Storybook from static files alone: the dashboard must show its twelve cards, with the sandbox in the page.
import process from 'node:process';
import { chromium } from 'playwright';
import { preview } from 'vite';
import { chromiumArgs, findBrowser } from './browser.mjs';

const server = await preview({
  configFile: false,
  logLevel: 'warn',
  build: { outDir: 'storybook-static' },
  preview: { port: 0, host: '127.0.0.1' },
});
const executablePath = await findBrowser();
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: chromiumArgs });
try {
  const page = await browser.newPage();
  const url = server.resolvedUrls?.local[0] ?? '';
  await page.goto(`${url}iframe.html?id=pages-dashboard--twelve-licenses&viewMode=story`);
  await page.locator('[data-lk-part=license]').nth(11).waitFor();
  await page.waitForFunction(() => !document.querySelector('[data-lk-part=license][data-state=loading]'));
  const ready = await page.locator('[data-lk-part=license][data-state=ready]').count();
  console.log(`The dashboard shows 12 cards, ${ready} of them with a license.`);
  process.exitCode = ready === 10 ? 0 : 1;
} finally {
  await browser.close();
  await server.close();
}
process.exit();
