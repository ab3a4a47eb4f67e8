// @ts-nocheck: the servers are installed in this folder alone, see package.json.
/**
 * The license proxy, mounted in the servers that hosts use, each asked the same over real HTTP.
 * Run in this folder: npm ci && npm run hosts
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { getRequestListener, serve as serveHono } from '@hono/node-server';
import express from 'express';
import { Hono } from 'hono';
import { serve as serveSrvx } from 'srvx';
import { toNodeHandler as fromSrvx } from 'srvx/node';
import { toNodeHandler } from '../../scripts/node-http.ts';

const route = '/api/truto/unified/user-directory/licenses/';

// Upstream: the sandbox, and licenses that never end. It tells what it was asked and which connections it lost.
const calls = [];
const lost = [];
const { sandbox, account, license } = await import('./mount.ts');
const answer = toNodeHandler((incoming) => sandbox.fetch(incoming));
const upstream = await listen(
  createServer((incoming, outgoing) => {
    calls.push(incoming.url);
    outgoing.on('close', () => outgoing.writableFinished || lost.push(incoming.url));
    if (incoming.url.includes('/silent')) return;
    if (!incoming.url.includes('/endless')) return answer(incoming, outgoing);
    outgoing.setHeader('content-type', 'application/json');
    const flood = () => {
      while (outgoing.write('x'.repeat(10_000)));
      outgoing.once('drain', flood);
    };
    flood();
  }),
);
process.env.TRUTO_API_URL = `http://127.0.0.1:${upstream.port}`;

// A module of its own, made after the address is known.
const { proxy } = await import('./mount.ts?mounted');

/** How each host is started; it answers a port and what ends it. */
const hosts = {
  'srvx 1': async () => {
    const server = serveSrvx({ port: 0, hostname: '127.0.0.1', silent: true, fetch: proxy });
    await server.ready();
    return { port: Number(new URL(server.url).port), stop: () => server.close(true) };
  },
  '@hono/node-server 2': async () => {
    const server = serveHono({ port: 0, hostname: '127.0.0.1', fetch: proxy });
    await once(server, 'listening');
    return { port: server.address().port, stop: () => server.close() };
  },
  'Hono 4': async () => {
    const app = new Hono().get('/api/truto/*', ({ req }) => proxy(req.raw));
    const server = serveHono({ port: 0, hostname: '127.0.0.1', fetch: app.fetch });
    await once(server, 'listening');
    return { port: server.address().port, stop: () => server.close() };
  },
  'Express 5, srvx/node': () => listen(createServer(express().use('/api/truto', fromSrvx(proxy)))),
  'Express 5, @hono/node-server': () =>
    listen(createServer(express().use('/api/truto', getRequestListener(proxy)))),
  'Next.js 16, a route handler': startNext,
};

/** What every host has to answer: what is asked, and whether the answer is right. */
const own = `${route}${license.id}`;
const checks = {
  'a license': [{ path: own }, ({ status, headers }) => status === 200 && isProtected(headers)],
  'the vendor’s body, byte for byte': [
    { path: `${own}?truto_response_format=raw` },
    async ({ body }) => body === (await vendorBody()),
  ],
  'nothing without a session': [{ path: own, headers: {} }, refused(403)],
  'nothing of another account': [{ path: `${own}?integrated_account_id=other` }, refused(403)],
  'no account in a list': [{ path: `${own}?integrated_account_id[]=other` }, refused(400)],
  'no way up': [{ path: `${route}..%2f..%2fusers%2f1` }, refused(400)],
  'no way up, by dots': [{ path: `${route}../users/1` }, refused(404)],
  'no id encoded twice': [{ path: `${route}%252e%252e%252fusers` }, refused(400)],
  'no debug': [{ path: `${own}?truto_response_format=debug` }, refused(403)],
  'no POST': [
    { path: own, method: 'POST' },
    ({ status, asked }) => status >= 404 && status <= 405 && asked.length === 0,
  ],
  'no GET with a body': [{ path: own, body: '{}' }, refused(400)],
  'its own request id': [
    { path: own, headers: { cookie: 'session=ada', 'x-request-id': 'forged' } },
    ({ headers }) => /^[\w-]{36}$/.test(headers['x-request-id'] ?? ''),
  ],
  'only Truto, for another host’s target': [
    { path: `http://evil.example${own}`, headers: { host: 'evil.example', cookie: 'session=ada' } },
    ({ asked }) => asked.every((url) => url.startsWith('/unified/user-directory/licenses/')),
  ],
  'a body cut off at maxBytes': [
    { path: `${route}endless` },
    ({ isWhole, body }) => !isWhole && body.length <= 1_000_000,
  ],
  '504 for silence': [{ path: `${route}silent` }, ({ status }) => status === 504],
  'an end to the call, once the browser leaves': [
    { path: `${route}endless-${crypto.randomUUID()}`, leaves: true },
    async (_, { path }) => {
      const id = path.split('/').pop();
      for (let waited = 0; waited < 40; waited += 1) {
        if (lost.some((url) => url.includes(id))) return true;
        await delay(50);
      }
      return false;
    },
  ],
};

let isSound = true;
console.log(`| | ${Object.keys(hosts).join(' | ')} |\n| --- |${' --- |'.repeat(Object.keys(hosts).length)}`);
const rows = new Map(Object.keys(checks).map((check) => [check, []]));
for (const start of Object.values(hosts)) {
  const { port, stop } = await start();
  for (const [check, [asks, isRight]] of Object.entries(checks)) {
    calls.length = 0;
    const answered = await ask(port, asks);
    const ok = await isRight({ ...answered, asked: [...calls] }, asks);
    isSound &&= ok;
    rows.get(check).push(ok ? 'yes' : `NO: ${answered.status} ${answered.body.slice(0, 60)}`);
  }
  stop();
}
for (const [check, cells] of rows) console.log(`| ${check} | ${cells.join(' | ')} |`);
process.exit(isSound ? 0 : 1);

function refused(expected) {
  return ({ status, asked }) => status === expected && asked.length === 0;
}

function isProtected(headers) {
  return headers['cache-control'] === 'private, no-store' && headers['x-content-type-options'] === 'nosniff';
}

async function vendorBody() {
  const url = `http://x/unified/user-directory/licenses/${license.id}?integrated_account_id=${account.id}&truto_response_format=raw`;
  return (await sandbox.fetch(url, { headers: { authorization: `Bearer ${sandbox.token}` } })).text();
}

function ask(port, { path, method = 'GET', headers = { cookie: 'session=ada' }, body, leaves }) {
  return new Promise((resolve) => {
    const length = body ? { 'content-length': body.length } : {};
    const sent = request(
      { port, path, method, headers: { ...headers, ...length }, agent: false },
      (incoming) => {
        const answered = { status: incoming.statusCode, headers: incoming.headers, body: '', isWhole: false };
        incoming.on('data', (chunk) => {
          answered.body += chunk;
          if (leaves) sent.destroy();
        });
        incoming.on('error', () => {});
        incoming.on('close', () => resolve({ ...answered, isWhole: incoming.complete }));
      },
    );
    sent.on('error', () => resolve({ status: 0, headers: {}, body: '', isWhole: false }));
    sent.end(body);
  });
}

async function listen(server) {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: server.address().port,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function startNext() {
  const cwd = join(import.meta.dirname, 'next');
  const next = join(import.meta.dirname, 'node_modules/next/dist/bin/next');
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_OPTIONS: '' };
  const built = spawnSync(process.execPath, [next, 'build'], { cwd, env, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stdout + built.stderr);
  const port = 20_000 + (process.pid % 20_000);
  const child = spawn(process.execPath, [next, 'start', '-p', String(port), '-H', '127.0.0.1'], { cwd, env });
  await once(child.stdout, 'data');
  for (let tries = 0; (await ask(port, { path: '/' })).status === 0 && tries < 100; tries += 1)
    await delay(100);
  return { port, stop: () => child.kill() };
}
