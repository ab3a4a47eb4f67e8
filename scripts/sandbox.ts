/**
 * Serves the embedded endpoint over HTTP and says what it serves.
 *
 * - `PORT`: 4100 unless told; 0 takes a free one
 * - `LIMITS=off`: no rate limits
 */
import process from 'node:process';
import type { Vendor } from '../src/license/index.ts';
import { connectors } from '../src/sandbox/connectors/index.ts';
import type { SandboxAccount, SandboxLicense } from '../src/sandbox/index.ts';
import { embed } from '../src/sandbox/sandbox.ts';
import { createHttpServer } from './http-server.ts';
import { listenerOf } from './sandbox-http.ts';

const port = process.env['PORT'] ?? '4100';
const limits = process.env['LIMITS'] !== 'off';
const { endpoint, sandbox } = embed<Vendor>(connectors, { limits });

const server = createHttpServer(listenerOf(endpoint));
server.on('error', fail);
server.on('listening', () => {
  const address = server.address();
  if (typeof address !== 'object' || !address) return;
  console.log(introduction(`http://127.0.0.1:${address.port}`));
});
try {
  server.listen(Number(port), '127.0.0.1');
} catch (error) {
  fail(error);
}

function fail(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  console.error(
    `The sandbox cannot listen on port ${port}: ${reason}\nChoose another one: PORT=4200 npm run sandbox`,
  );
  process.exitCode = 1;
}

function introduction(origin: string): string {
  return [
    `Truto's license endpoint, embedded, on ${origin}`,
    `API token: ${sandbox.token}`,
    limits
      ? 'Limits: 500 requests in 10 s a token, 50 in 10 s an account; LIMITS=off turns them off'
      : 'Limits: off',
    ...accounts(),
    '\nTry:',
    ...examples(origin),
  ].join('\n');
}

/** Every account with its licenses; a list that an account before has is not said again. */
function accounts(): string[] {
  const said = new Map<string, string>();
  return sandbox.accounts.flatMap(({ id, label, vendor, status, licenses }) => {
    const list = licenses.map((license) => license.id).join();
    const before = said.get(list);
    said.set(list, before ?? label);
    return [
      `\n${label}  (${vendor}, ${status})`,
      `  integrated_account_id=${id}`,
      ...(before === undefined ? lines(licenses) : [`  The same licenses as "${before}"`]),
    ];
  });
}

function lines(licenses: readonly SandboxLicense[]): string[] {
  const shown = licenses.length > 20 ? licenses.slice(0, 3) : licenses;
  const width = Math.max(...shown.map(({ label }) => label.length));
  return [
    ...shown.map(
      ({ id, label, organizations }) =>
        `  ${label.padEnd(width)}  ${id}${organizations === undefined ? '' : `  organizations=${organizations}`}`,
    ),
    ...(shown.length < licenses.length ? [`  … and ${licenses.length - shown.length} more`] : []),
  ];
}

/** Lines to paste: what each shows, the account it asks, and the parameters it adds. */
function examples(origin: string): string[] {
  const authorization = `-H 'Authorization: Bearer ${sandbox.token}'`;
  const [first] = sandbox.accounts;
  const reads: [what: string, accountLabel: string, query: string][] = [
    ['A license of Cisco Meraki, which requires organizations', 'Cisco Meraki', ''],
    ['A license of Salesforce', 'Salesforce', ''],
    ['A license of Webex', 'Webex', ''],
    ["The vendor's own body, byte for byte", 'Webex', '&truto_response_format=raw'],
    ['Without some fields', 'Salesforce', '&truto_exclude_fields[]=id&truto_exclude_fields[]=remote_data'],
    ['Every field of the schema', 'Salesforce, own mapping', '&truto_ignore_remote_data=true'],
    ['A connection that must be made again: 401', 'Webex, must be connected again', ''],
  ];
  return [
    ...reads.flatMap(([what, accountLabel, query]) => {
      const account = sandbox.accounts.find(({ label }) => label.startsWith(accountLabel));
      const license = account?.licenses[0];
      if (!account || !license) return [];
      // -g: curl takes brackets for patterns of its own.
      return [`\n# ${what}`, `curl -g ${authorization} '${address(origin, account, license)}${query}'`];
    }),
    '\n# A token of one account, good for 15 minutes and without integrated_account_id',
    `curl ${authorization} -H 'Content-Type: application/json' ` +
      `-d '{"integrated_account_id":"${first?.id}"}' '${origin}/integrated-account/token'`,
  ];
}

function address(origin: string, account: SandboxAccount, { id, organizations }: SandboxLicense): string {
  const url = new URL(`/unified/user-directory/licenses/${encodeURIComponent(id)}`, origin);
  url.searchParams.set('integrated_account_id', account.id);
  if (organizations !== undefined) url.searchParams.set('organizations', organizations);
  return url.href;
}
