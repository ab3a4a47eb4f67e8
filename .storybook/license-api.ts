import type { IncomingMessage, ServerResponse } from 'node:http';
import process from 'node:process';
import type { Plugin, ViteDevServer } from 'vite';
import { toNodeHandler } from '../scripts/node-http.ts';
import type * as Sandbox from '../src/sandbox/index.ts';
import type * as Server from '../src/server/index.ts';

/** Where the stories find the license API, as they would in a host's own backend. */
const licenseApiPath = '/api/truto';

/**
 * Mounts the license proxy on the development server: in front of the embedded sandbox, or, with `TRUTO_API_TOKEN` set,
 * in front of the real API (`TRUTO_API_URL`, else Truto's own). The real one answers this machine and this page only.
 */
export function licenseApi(): Plugin {
  const apiToken = process.env['TRUTO_API_TOKEN'];
  return {
    name: 'license-api',
    apply: 'serve',
    configureServer(server) {
      let loaded: ReturnType<typeof load> | undefined;
      server.watcher.on('change', () => (loaded = undefined));
      const handle = toNodeHandler(async (request) => (await (loaded ??= load(server, apiToken)))(request));
      server.middlewares.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
        if (!request.url?.startsWith(`${licenseApiPath}/`)) return next();
        if (apiToken && !isFromThisPage(request)) {
          response.writeHead(403, { 'content-type': 'text/plain' });
          return response.end(
            'With a real token the license API answers only pages of this Storybook, on this machine.',
          );
        }
        return handle(request, response);
      });
    },
  };
}

/** Loaded through Vite, so that an edited mapping or payload is served without a restart. */
async function load(server: ViteDevServer, apiToken: string | undefined) {
  const { createLicenseProxy } = (await server.ssrLoadModule('/src/server/index.ts')) as typeof Server;
  const authorize: Server.LicenseProxyOptions['authorize'] = ({ integratedAccountId }) =>
    integratedAccountId ? { integratedAccountId } : null;
  if (apiToken) {
    const baseUrl = process.env['TRUTO_API_URL'];
    return createLicenseProxy({ token: apiToken, ...(baseUrl ? { baseUrl } : {}), authorize });
  }
  const { createSandbox } = (await server.ssrLoadModule('/src/sandbox/index.ts')) as typeof Sandbox;
  const sandbox = createSandbox({ limits: false });
  return createLicenseProxy({ token: sandbox.token, fetch: sandbox.fetch, authorize });
}

/** Browsers set Sec-Fetch-Site themselves and no page can forge it. */
function isFromThisPage({ headers, socket }: IncomingMessage): boolean {
  const isLoopback = /^(::1|(::ffff:)?127\.)/.test(socket.remoteAddress ?? '');
  const isLocalHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(headers.host ?? '');
  return isLoopback && isLocalHost && headers['sec-fetch-site'] === 'same-origin';
}
