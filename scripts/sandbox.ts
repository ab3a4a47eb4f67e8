import { createServer } from 'node:http';
import process from 'node:process';
import type { Vendor } from '../src/license/index.ts';
import { connectors } from '../src/sandbox/connectors/index.ts';
import { embed } from '../src/sandbox/sandbox.ts';
import { answerMalformed, listenerOf } from './sandbox-http.ts';

const port = Number(process.env['PORT'] ?? 4100);
const { endpoint, sandbox } = embed<Vendor>(connectors, { limits: process.env['LIMITS'] !== 'off' });
const origin = `http://127.0.0.1:${port}`;

const server = createServer(listenerOf(endpoint));
answerMalformed(server);
server.on('error', (error) => {
  console.error(
    `The sandbox cannot listen on ${origin}: ${error.message}. Choose another port: PORT=4200 npm run sandbox`,
  );
  process.exitCode = 1;
});
server.listen(port, '127.0.0.1', () => {
  console.log(`Truto's license endpoint, embedded, on ${origin}\n`);
  for (const { vendor, label, id, status, licenses } of sandbox.accounts) {
    console.log(`${label} (${vendor}, ${status})  integrated_account_id=${id}`);
    for (const license of licenses.slice(0, 20)) {
      const organizations = license.organizations ? `  organizations=${license.organizations}` : '';
      console.log(`  ${license.id}${organizations}  ${license.label}`);
    }
    if (licenses.length > 20) console.log(`  … and ${licenses.length - 20} more`);
  }
  console.log(`\nTry:\n`);
  const vendors = new Set<string>();
  for (const { vendor, id, status, licenses } of sandbox.accounts) {
    const [license] = licenses;
    if (status !== 'active' || !license || vendors.has(vendor)) continue;
    vendors.add(vendor);
    const url = new URL(`/unified/user-directory/licenses/${encodeURIComponent(license.id)}`, origin);
    url.searchParams.set('integrated_account_id', id);
    if (license.organizations) url.searchParams.set('organizations', license.organizations);
    console.log(`curl -H 'Authorization: Bearer ${sandbox.token}' '${url}'\n`);
  }
});
