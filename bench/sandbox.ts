/**
 * Requests a second over loopback, limits off, beside a bare Node server that answers a constant of the same length.
 * Run: npx tsx bench/sandbox.ts
 */
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import process from 'node:process';
import { Worker } from 'node:worker_threads';
import { toNodeHandler } from '../scripts/node-http.ts';
import { listenerOf } from '../scripts/sandbox-http.ts';
import { connectors } from '../src/sandbox/connectors/index.ts';
import { Mappings } from '../src/sandbox/mapping.ts';
import { embed } from '../src/sandbox/sandbox.ts';

const rounds = Number(process.env['ROUNDS'] ?? 7);
const milliseconds = Number(process.env['MS'] ?? 1_500);
const connections = 16;

const { endpoint, sandbox } = embed<string>(connectors, { limits: false });
const account = sandbox.accounts.find(({ vendor, status }) => vendor === 'salesforce' && status === 'active');
const license = account?.licenses[0];
if (!account || !license) throw new Error('the sandbox has no active Salesforce account');

const path = (format: string) =>
  `/unified/user-directory/licenses/${license.id}?integrated_account_id=${account.id}&truto_response_format=${format}`;
const constant = await (
  await sandbox.fetch(`http://sandbox${path('raw')}`, {
    headers: { authorization: `Bearer ${sandbox.token}` },
  })
).text();

const bare: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(constant);
};
const served = listenerOf(endpoint);
const throughFetch = toNodeHandler(sandbox.fetch);

const contestants: readonly { name: string; listener: RequestListener; path: string }[] = [
  { name: 'bare `node:http`, a constant', listener: bare, path: '/' },
  { name: '`raw`', listener: served, path: path('raw') },
  { name: '`stream`', listener: served, path: path('stream') },
  { name: '`unified`', listener: served, path: path('unified') },
  {
    name: '`unified` without remote data',
    listener: served,
    path: `${path('unified')}&truto_ignore_remote_data=true`,
  },
  { name: '`raw` through `fetch` and `toNodeHandler`', listener: throughFetch, path: path('raw') },
];

async function requestsPerSecond(listener: RequestListener, target: string): Promise<number> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const worker = new Worker(new URL('./sandbox-load.mjs', import.meta.url), {
    workerData: { port, path: target, token: sandbox.token, connections, milliseconds },
    execArgv: [],
  });
  const [rate] = await once(worker, 'message');
  await worker.terminate();
  server.closeAllConnections();
  server.close();
  return Number(rate);
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const rates = contestants.map((): number[] => []);
for (let round = 0; round <= rounds; round += 1) {
  for (const [index, { listener, path: target }] of contestants.entries()) {
    const rate = await requestsPerSecond(listener, target);
    // The first round warms up.
    if (round > 0) rates[index]?.push(rate);
  }
}

const floor = median(rates[0] ?? []);
console.log(
  `| ${rounds} interleaved runs of ${milliseconds} ms, ${connections} connections | requests/s | ÷ bare |`,
);
console.log('| --- | --: | --: |');
for (const [index, { name }] of contestants.entries()) {
  const rate = median(rates[index] ?? []);
  console.log(`| ${name} | ${Math.round(rate).toLocaleString('en')} | ${(rate / floor).toFixed(2)} |`);
}

const [, salesforce] = connectors;
const mappings = new Mappings();
const body: unknown = JSON.parse(constant);
const runs = 5_000;
await mappings.map(salesforce.mapping, body);
const startedAt = performance.now();
for (let run = 0; run < runs; run += 1) await mappings.map(salesforce.mapping, body);
const microseconds = Math.round(((performance.now() - startedAt) * 1_000) / runs);
console.log(`\nThe JSONata mapping alone takes ${microseconds} µs of each \`unified\` answer.`);
