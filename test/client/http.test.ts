import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toNodeHandler } from '../../scripts/node-http.ts';
import { createLicenseClient, isLicenseError, type LicenseErrorCode } from '../../src/client/index.ts';
import { createSandbox, type FaultKind } from '../../src/sandbox/index.ts';

const sandbox = createSandbox({ limits: false });
const account = sandbox.accounts.find(({ label }) => label === 'Salesforce');
const licenseId = account?.licenses[0]?.id ?? '';

let server: Server;
let origin = '';

beforeAll(async () => {
  server = createServer(toNodeHandler((request) => sandbox.fetch(request)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '';
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const client = (baseUrl: string) =>
  createLicenseClient({
    baseUrl,
    headers: { authorization: `Bearer ${sandbox.token}` },
    timeoutMs: 1000,
    maxBytes: 1_000_000,
  });

it.each<[FaultKind, LicenseErrorCode | 'none']>([
  ['status', 'upstream'],
  ['latency', 'timeout'],
  ['drop', 'network'],
  ['truncate', 'malformed'],
  ['stall', 'timeout'],
  ['empty', 'malformed'],
  ['html', 'malformed'],
  ['not_json', 'malformed'],
  ['wrong_shape', 'malformed'],
  ['wrong_type', 'none'],
  ['wrong_content_type', 'none'],
  ['huge', 'malformed'],
])('over real HTTP %s is %s', async (kind, expected) => {
  sandbox.fault({ kind, times: 1 });
  const code = await client(origin)
    .license({ licenseId, integratedAccountId: account?.id })
    .then(
      ({ license }) => (license.id === licenseId ? 'none' : 'another license'),
      (error: unknown) => (isLicenseError(error) ? error.code : String(error)),
    );
  expect(code).toBe(expected);
});

it('tells a server that is not there', async () => {
  const call = client('http://127.0.0.1:9').license({ licenseId, integratedAccountId: account?.id });
  await expect(call).rejects.toMatchObject({ code: 'network' });
});
