import { createServer } from 'node:http';
import { type Browser, chromium } from 'playwright';
import { build } from 'vite';
import { chromiumArgs, findBrowser } from '../../../scripts/browser.mjs';
import { toNodeHandler } from '../../../scripts/node-http.ts';

/** Serves a site on this machine. */
export async function serve(handler: (request: Request) => Promise<Response>) {
  const server = createServer(toNodeHandler(handler));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    origin: typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '',
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

export async function launch(): Promise<Browser> {
  const executablePath = await findBrowser();
  return chromium.launch({ ...(executablePath ? { executablePath } : {}), args: chromiumArgs });
}

/** The browser's half of a page, with React's development warnings, and its stylesheet. */
export async function bundle(input: string): Promise<{ script: string; style: string }> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    mode: 'development',
    define: { 'process.env.NODE_ENV': '"development"' },
    resolve: {
      alias:
        process.env['REACT'] === '18'
          ? [
              { find: /^react-dom($|\/)/, replacement: 'react-dom18$1' },
              { find: /^react($|\/)/, replacement: 'react18$1' },
            ]
          : [],
    },
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input, output: { codeSplitting: false } },
    },
  });
  const files = [output].flat().flatMap((result) => ('output' in result ? result.output : []));
  const script = files.find((file) => file.type === 'chunk')?.code ?? '';
  const style = files.find((file) => file.type === 'asset' && file.fileName.endsWith('.css'));
  return { script, style: style?.type === 'asset' ? String(style.source) : '' };
}

/** A tab far from the server's zone and language, and what it reports beside what it is meant to. */
export async function openTab(browser: Browser) {
  const context = await browser.newContext({ timezoneId: 'Asia/Tokyo', locale: 'de-DE' });
  const tab = await context.newPage();
  const messages: string[] = [];
  tab.on('console', (message) => {
    if (!/^(info|debug|log)$/.test(message.type())) messages.push(`${message.type()}: ${message.text()}`);
  });
  tab.on('pageerror', (error) => messages.push(`page error: ${error.message}`));
  return { tab, messages, close: () => context.close() };
}
