/**
 * What the license proxy costs and bears, over loopback, each server in a process of its own:
 *
 * 1. latency and processor time beside a bare pass-through (`fetch` and a new `Response`, on the same adapter), requests interleaved;
 * 2. a load of many tenants for a minute while upstream fails, drops, stalls and trickles and browsers hang up: no
 *    answer of another tenant, no request that hangs, no memory kept.
 *
 * Run: npx tsx bench/proxy.bench.ts [seconds of load, 60]
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, createServer, request, type RequestListener } from 'node:http';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { toNodeHandler } from '../scripts/node-http.ts';
import { createLicenseProxy, type LicenseProxyOptions } from '../src/server/index.ts';

const licenses = '/unified/user-directory/licenses/';
/** Of the proxy under load, so that what stalls ends soon. */
const timeoutMs = 1_000;

// ——— The servers: this file again, in processes of their own. ———

const upstreamOrigin = process.argv[3] ?? '';

/** Headers and body as Truto would send them; a `raw` body is 100 kB. */
const upstream: RequestListener = ({ url = '' }, outgoing) => {
  const { pathname, searchParams } = new URL(url, 'http://upstream');
  const id = decodeURIComponent(pathname.slice(licenses.length));
  const account = searchParams.get('integrated_account_id');
  const padding = 'x'.repeat(searchParams.get('truto_response_format') === 'raw' ? 100_000 : 800);
  const text = JSON.stringify({ id, account, padding });
  outgoing.setHeader('content-type', 'application/json');
  const fate = id.split('-')[1] ?? '';
  if (fate === 'fail') outgoing.writeHead(500).end(JSON.stringify({ statusCode: 500, message: '' }));
  else if (fate === 'drop') outgoing.destroy();
  else if (fate === 'stall') outgoing.write(text.slice(0, 10));
  else if (fate === 'break') outgoing.write(text.slice(0, 500), () => outgoing.destroy());
  else if (fate === 'endless') {
    const flood = (): void => {
      while (outgoing.write(padding));
      outgoing.once('drain', flood);
    };
    flood();
  } else outgoing.end(text);
};

const proxy = (options: Partial<LicenseProxyOptions> = {}) =>
  toNodeHandler(
    createLicenseProxy({
      token: 'token',
      baseUrl: upstreamOrigin,
      authorize: ({ request: { headers } }) => ({ integratedAccountId: headers.get('x-tenant') ?? '' }),
      onEvent: () => {},
      ...options,
    }),
  );

const passThrough = async (incoming: Request): Promise<Response> => {
  const { pathname, search } = new URL(incoming.url);
  const answer = await fetch(upstreamOrigin + pathname + search, {
    headers: { accept: 'application/json', authorization: 'Bearer token' },
    signal: incoming.signal,
  });
  return new Response(answer.body, {
    status: answer.status,
    headers: { 'content-type': answer.headers.get('content-type') ?? '' },
  });
};

const roles: Record<string, () => RequestListener> = {
  upstream: () => upstream,
  bare: () => toNodeHandler(passThrough),
  proxy: () => proxy(),
  'proxy with fields': () => proxy({ fields: { licenseKey: 'drop' } }),
  'proxy under load': () => proxy({ timeoutMs, maxBytes: 1_000_000 }),
};

function serve(listener: RequestListener): void {
  const server = createServer(listener).listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.(typeof address === 'object' && address ? address.port : 0);
  });
  process.on('message', () => {
    globalThis.gc?.();
    const { heapUsed, rss } = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    process.send?.({
      heapUsed,
      rss,
      cpuMs: (user + system) / 1_000,
      timers: process.getActiveResourcesInfo().filter((one) => one === 'Timeout').length,
    });
  });
}

// ——— The browsers. ———

/** Requests at once while latency is measured. */
const lanes = 4;

const agent = new Agent({ keepAlive: true });

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly isWhole: boolean;
}

/** One GET; `leaveAfterMs` hangs up in its middle. */
function get(port: number, path: string, tenant: string, leaveAfterMs?: number): Promise<Answer> {
  return new Promise((resolve) => {
    const asked = request({ port, path, agent, headers: { 'x-tenant': tenant } }, (incoming) => {
      let body = '';
      incoming.setEncoding('utf8').on('data', (text: string) => (body += text));
      incoming.on('close', () => {
        resolve({ status: incoming.statusCode ?? 0, body, isWhole: incoming.complete });
      });
      incoming.on('error', () => {});
    });
    asked.on('error', () => resolve({ status: 0, body: '', isWhole: false }));
    asked.end();
    if (leaveAfterMs !== undefined) setTimeout(() => asked.destroy(), leaveAfterMs);
  });
}

const children: ReturnType<typeof fork>[] = [];

interface Server {
  readonly name: string;
  readonly port: number;
  readonly usage: () => Promise<Usage>;
}

/** Starts a server in a process of its own. */
async function start(name: string, upstreamAt = ''): Promise<Server> {
  const child = fork(import.meta.filename, [name, upstreamAt], {
    execArgv: [...process.execArgv, '--expose-gc'],
  });
  children.push(child);
  const [port] = await once(child, 'message');
  return {
    name,
    port: Number(port),
    async usage() {
      child.send('usage');
      const [usage] = await once(child, 'message');
      return usage;
    },
  };
}

/** What a server's process holds and has spent. */
interface Usage {
  readonly heapUsed: number;
  readonly rss: number;
  readonly cpuMs: number;
  readonly timers: number;
}

const percentile = (sorted: readonly number[], part: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;

async function latency(servers: readonly Server[], format: string, rounds: number): Promise<void> {
  const path = `${licenses}1?truto_response_format=${format}&integrated_account_id=t`;
  const lane = async (times: number[][], count: number): Promise<void> => {
    for (let round = 0; round < count; round += 1) {
      for (const [index, { port }] of servers.entries()) {
        const startedAt = performance.now();
        const { status } = await get(port, path, 't');
        if (status !== 200) throw new Error(`${servers[index]?.name} answered ${status}`);
        times[index]?.push(performance.now() - startedAt);
      }
    }
  };
  const run = async (count: number): Promise<number[][]> => {
    const times = servers.map((): number[] => []);
    await Promise.all(Array.from({ length: lanes }, () => lane(times, count)));
    return times;
  };
  await run(rounds / 4);
  const spent = async () => Promise.all(servers.map(async ({ usage }) => (await usage()).cpuMs));
  const before = await spent();
  const times = await run(rounds);
  const after = await spent();
  const figures = times.map((all, index) => {
    const sorted = all.toSorted((a, b) => a - b);
    const cpu = ((after[index] ?? 0) - (before[index] ?? 0)) / all.length;
    return [percentile(sorted, 0.5), percentile(sorted, 0.99), cpu];
  });
  for (const [index, row] of figures.entries()) {
    const cells = row.map(
      (ms, column) => `${ms.toFixed(2)} | ${(ms / (figures[0]?.[column] ?? 1)).toFixed(2)}`,
    );
    console.log(`| ${servers[index]?.name}, ${format} | ${cells.join(' | ')} |`);
  }
}

async function load(port: number, usage: () => Promise<Usage>, seconds: number): Promise<boolean> {
  const counts: Record<string, number> = {};
  const count = (name: string) => (counts[name] = (counts[name] ?? 0) + 1);
  const fates = [...Array<string>(75).fill('ok'), ...Array<string>(10).fill('fail')];
  for (const fate of ['drop', 'stall']) fates.push(...Array<string>(5).fill(fate));
  fates.push('break', 'break', 'endless', 'leave', 'leave');
  let serial = 0;
  let isOver = false;

  async function browser(): Promise<void> {
    while (!isOver) {
      const number = (serial += 1);
      const tenant = `tenant-${number % 40}`;
      const fate = fates[Math.floor(Math.random() * fates.length)] ?? 'ok';
      const asksForOther = number % 20 === 0;
      const format = number % 10 === 0 ? '&truto_response_format=raw' : '';
      const wish = asksForOther ? `tenant-${(number + 1) % 40}` : tenant;
      const path = `${licenses}${number}-${fate}?integrated_account_id=${wish}${format}`;
      const answer = await Promise.race([
        get(port, path, tenant, fate === 'leave' ? Math.random() * 5 : undefined),
        delay(timeoutMs + 5_000, null, { ref: false }),
      ]);
      if (!answer) count('hung');
      else if (asksForOther)
        count(answer.status === 403 ? 'refused' : fate === 'leave' ? 'left' : 'not refused');
      else if (answer.status === 200 && answer.isWhole) {
        const said: unknown = JSON.parse(answer.body);
        const isOwn =
          typeof said === 'object' && said && 'account' in said && said.account === tenant && 'id' in said;
        count(isOwn && said.id === `${number}-${fate}` ? 'answered' : 'wrong tenant');
      } else if (answer.status > 0) count(answer.status === 200 ? 'cut off' : `${answer.status}`);
      else count(fate === 'leave' ? 'left' : 'lost');
    }
  }

  const browsers = Array.from({ length: 32 }, browser);
  const heap: number[] = [];
  for (let part = 1; part <= 6; part += 1) {
    await delay((seconds * 1_000) / 6);
    heap.push((await usage()).heapUsed / 1_048_576);
  }
  isOver = true;
  await Promise.all(browsers);
  // Whatever still runs has its deadline.
  await delay(timeoutMs + 1_000);
  const { heapUsed, rss, timers } = await usage();
  console.log(`\n${serial} requests of 40 tenants in ${seconds} s: ${JSON.stringify(counts)}`);
  console.log(`Heap after collection, MiB: ${heap.map((mib) => mib.toFixed(1)).join(', ')}; `);
  console.log(
    `at rest ${(heapUsed / 1_048_576).toFixed(1)}, RSS ${(rss / 1_048_576).toFixed(0)}, timers left ${timers}.`,
  );
  const grown = heapUsed / 1_048_576 / (heap[0] ?? 1);
  return (
    !counts['hung'] && !counts['lost'] && !counts['wrong tenant'] && !counts['not refused'] && grown < 1.2
  );
}

async function main(): Promise<void> {
  const seconds = Number(process.argv[2] ?? 60);
  const { port } = await start('upstream');
  const origin = `http://127.0.0.1:${port}`;
  const servers: Server[] = [];
  for (const name of ['bare', 'proxy', 'proxy with fields']) servers.push(await start(name, origin));
  console.log(`| ${lanes} at a time, interleaved, ms | p50 | ÷ bare | p99 | ÷ bare | processor | ÷ bare |`);
  console.log('| --- | --: | --: | --: | --: | --: | --: |');
  await latency(servers, 'unified', 3_000);
  await latency(servers, 'raw', 1_000);
  const loaded = await start('proxy under load', origin);
  const isSound = await load(loaded.port, loaded.usage, seconds);
  console.log(isSound ? '\nSound.' : '\nNOT sound.');
  process.exitCode = isSound ? 0 : 1;
}

const role = roles[process.argv[2] ?? ''];
if (role) serve(role());
else {
  try {
    await main();
  } finally {
    agent.destroy();
    for (const child of children) child.kill();
  }
}
