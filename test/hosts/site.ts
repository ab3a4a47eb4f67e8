import { createServer, type Server } from 'node:http';
import { resolve } from 'node:path';
import process from 'node:process';
import { type Browser, chromium } from 'playwright';
import { build, type InlineConfig } from 'vite';
import { chromiumArgs, findBrowser } from '../../scripts/browser.mjs';
import { toNodeHandler } from '../../scripts/node-http.ts';

const types: Readonly<Record<string, string>> = {
  css: 'text/css',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
};

/** The files that a host's bundler makes of an entry, by their path on the site. */
export type Files = Readonly<Record<string, string>>;

/** Builds a page's script as a host would for production: `/page.js`, its stylesheet, and what loads on demand. */
export async function bundle(entry: string, config: InlineConfig = {}): Promise<Files> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    // Vitest says NODE_ENV=test, by which Vite would choose React's development runtime.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    resolve: {
      alias:
        process.env['REACT'] === '18'
          ? [
              { find: /^react-dom($|\/)/, replacement: 'react-dom18$1' },
              { find: /^react($|\/)/, replacement: 'react18$1' },
            ]
          : [],
    },
    ...config,
    build: {
      write: false,
      target: 'es2022',
      cssTarget: 'esnext',
      rolldownOptions: {
        input: { page: resolve(import.meta.dirname, entry) },
        output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]' },
      },
      ...config.build,
    },
  });
  const files = [output].flat().flatMap((result) => ('output' in result ? result.output : []));
  return Object.fromEntries(
    files.map((file) => [
      `/${file.fileName}`,
      file.type === 'chunk' ? file.code : Buffer.from(file.source).toString(),
    ]),
  );
}

/** A page around a script, with nothing on it that a strict policy forbids. */
export const html = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A host</title>${head}</head><body>${body}</body></html>`;

export interface Site {
  readonly origin: string;
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

interface SiteOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** Answers what is no file. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** Serves files on a free port of this machine, and starts a browser to open them with. */
export async function openSite(
  files: (path: string, query: URLSearchParams) => string | undefined,
  { headers, fetch }: SiteOptions = {},
): Promise<Site> {
  const server: Server = createServer(
    toNodeHandler(async (request) => {
      const { pathname, searchParams } = new URL(request.url);
      if (pathname === '/favicon.ico') return new Response(null, { status: 204 });
      const file = files(pathname, searchParams);
      if (file === undefined) return (await fetch?.(request)) ?? new Response('Not found', { status: 404 });
      const type = types[pathname.split('.')[1] ?? 'html'] ?? 'text/plain';
      return new Response(file, { headers: { ...headers, 'content-type': type } });
    }),
  );
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const executablePath = await findBrowser();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    // Where a part of what is drawn is drawn anew, its round corners get another shade than if all were drawn at once.
    args: [...chromiumArgs, '--disable-partial-raster'],
  });
  return {
    origin: typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '',
    browser,
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
