import type { IncomingMessage, ServerResponse } from 'node:http';
import process from 'node:process';
import type { Plugin } from 'vite';
import { toNodeHandler } from '../scripts/node-http.ts';

/** Where the stories find the license API, as they would in a host's own backend. */
export const licenseApiPath = '/api/truto';

const defaultApiUrl = 'https://api.truto.one';

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
      // Loaded through Vite, so that an edited mapping or payload is served without a restart.
      const load = async () => {
        const { createLicenseProxy } = (await server.ssrLoadModule(
          '/src/server/index.ts',
        )) as typeof import('../src/server/index.ts');
        const authorize = ({ integratedAccountId }: { integratedAccountId?: string }) =>
          integratedAccountId ? { integratedAccountId } : null;
        if (apiToken) {
          return createLicenseProxy({
            token: apiToken,
            baseUrl: process.env['TRUTO_API_URL'] ?? defaultApiUrl,
            authorize,
          });
        }
        const { createSandbox } = (await server.ssrLoadModule(
          '/src/sandbox/index.ts',
        )) as typeof import('../src/sandbox/index.ts');
        const sandbox = createSandbox({ limits: false });
        return createLicenseProxy({ token: sandbox.token, fetch: sandbox.fetch, authorize });
      };
      let loaded: ReturnType<typeof load> | undefined;
      server.watcher.on('change', () => (loaded = undefined));
      const handle = toNodeHandler(async (request) => (await (loaded ??= load()))(request));
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

/** Browsers set Sec-Fetch-Site themselves and no page can forge it. */
function isFromThisPage({ headers, socket }: IncomingMessage): boolean {
  const isLoopback = /^(::1|(::ffff:)?127\.)/.test(socket.remoteAddress ?? '');
  const isLocalHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(headers.host ?? '');
  return isLoopback && isLocalHost && headers['sec-fetch-site'] === 'same-origin';
}
