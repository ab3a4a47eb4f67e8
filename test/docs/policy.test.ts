import { createServer, type Server } from 'node:http';
import { type Browser, chromium } from 'playwright';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chromiumArgs, findBrowser } from '../../scripts/browser.mjs';
import { toNodeHandler } from '../../scripts/node-http.ts';
import { createSandbox } from '../../src/sandbox/index.ts';
import { createLicenseProxy } from '../../src/server/index.ts';
import { pages } from './pages.ts';

/** The policy that the page on server rendering promises to be enough. */
const policy = pages
  .map(({ text }) => /^Content-Security-Policy: (.+)$/m.exec(text)?.[1])
  .find((found) => found !== undefined);

const sandbox = createSandbox();
const proxy = createLicenseProxy({
  token: sandbox.token,
  fetch: sandbox.fetch,
  authorize: () => ({ integratedAccountId: 'e4a1c7d0-5b92-4c38-8f16-9d2b0a7e6f31' }),
});

/** The page's files by their path, as a host would build them. */
async function bundle(): Promise<Map<string, { body: BodyInit; type: string }>> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    mode: 'development',
    define: { 'process.env.NODE_ENV': '"development"' },
    build: {
      write: false,
      cssTarget: 'esnext',
      rolldownOptions: { input: 'test/docs/policy/page.tsx', output: { entryFileNames: 'page.js' } },
    },
  });
  const files = new Map<string, { body: BodyInit; type: string }>();
  for (const result of [built].flat()) {
    if (!('output' in result)) continue;
    for (const file of result.output) {
      const isScript = file.type === 'chunk';
      files.set(`/${file.fileName}`, {
        body: isScript ? file.code : new TextDecoder().decode(Buffer.from(file.source)),
        type: isScript ? 'text/javascript' : 'text/css',
      });
    }
  }
  return files;
}

let server: Server;
let browser: Browser;
let origin = '';

beforeAll(async () => {
  const files = await bundle();
  const styles = [...files.keys()].filter((path) => path.endsWith('.css'));
  const html = `<!doctype html><meta charset="utf-8"><title>Page</title>
${styles.map((path) => `<link rel="stylesheet" href="${path}">`).join('')}
<div id="root"></div><script type="module" src="/page.js"></script>`;
  server = createServer(
    toNodeHandler(async (request) => {
      const { pathname } = new URL(request.url);
      const file = files.get(pathname);
      if (file) return new Response(file.body, { headers: { 'content-type': file.type } });
      if (pathname.startsWith('/api/')) return proxy(request);
      if (pathname === '/favicon.ico') return new Response(null, { status: 204 });
      return new Response(html, {
        headers: { 'content-type': 'text/html', 'content-security-policy': policy ?? '' },
      });
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '';
  const executablePath = await findBrowser();
  browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: chromiumArgs });
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await new Promise((resolve) => server?.close(resolve));
});

it('a card, its Raw tab and a download need nothing beyond the policy that the documentation names', async () => {
  expect(policy).toBe("default-src 'self'");
  const page = await browser.newPage();
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') refused.push(message.text());
  });
  await page.goto(origin);
  await page.getByRole('heading', { name: 'Salesforce' }).waitFor();
  await page.getByRole('tab', { name: 'Raw' }).click();
  const tree = page.getByRole('tree');
  await tree.getByText('TotalLicenses').waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('license.redacted.json');
  expect(refused).toEqual([]);

  // The policy is in force: what it forbids is refused, and seen.
  await page.evaluate(() =>
    document.body.insertAdjacentHTML('beforeend', '<p style="color: red">refused</p>'),
  );
  await expect.poll(() => refused).toEqual([expect.stringContaining('Content Security Policy')]);
}, 60_000);
