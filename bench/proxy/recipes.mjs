// @ts-nocheck: the packages are installed in this folder alone, see package.json.
/** The recipes of docs/security.md, run. In this folder: npm ci && npm run recipes */
import assert from 'node:assert/strict';
import { LRUCache } from 'lru-cache';
import pino from 'pino';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { createLicenseProxy } from '../../src/server/index.ts';
import { account, license, sandbox } from './mount.ts';

const currentUser = async (request) => ({ id: request.headers.get('x-user'), trutoAccountId: account.id });
const ask = (proxy, user = 'ada', query = 'truto_ignore_remote_data=true') => {
  const url = `https://host.example/unified/user-directory/licenses/${license.id}?${query}`;
  return proxy(new Request(url, { headers: { 'x-user': user } }));
};

// Rate limiting.
const calls = new RateLimiterMemory({ points: 20, duration: 10 });

const limited = createLicenseProxy({
  token: sandbox.token,
  fetch: sandbox.fetch,
  authorize: async ({ request }) => {
    const user = await currentUser(request);
    try {
      await calls.consume(user.id);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      const seconds = Math.ceil(refused.msBeforeNext / 1000);
      return new Response(null, { status: 429, headers: { 'retry-after': String(seconds) } });
    }
    return { integratedAccountId: user.trutoAccountId, user: user.id };
  },
});
const statuses = await Promise.all(Array.from({ length: 60 }, async () => (await ask(limited)).status));
assert.equal(statuses.filter((status) => status === 200).length, 20);
const refused = await ask(limited);
assert.equal(refused.status, 429);
assert.match(refused.headers.get('retry-after'), /^([1-9]|10)$/);
assert.equal((await ask(limited, 'bob')).status, 200);

// Caching.
let sent = 0;
const fetch = (request) => {
  sent += 1;
  return sandbox.fetch(request);
};
const licenses = new LRUCache({ max: 5_000, ttl: 30_000 });

async function cachedFetch(request) {
  // The URL names the account that `authorize` allowed, so no tenant meets another's license.
  const known = licenses.get(request.url);
  if (known) return new Response(known, { headers: { 'content-type': 'application/json' } });
  const response = await fetch(request);
  if (!response.ok || new URL(request.url).searchParams.get('truto_ignore_remote_data') !== 'true')
    return response;
  const text = await response.text();
  licenses.set(request.url, text);
  return new Response(text, response);
}

const cached = createLicenseProxy({
  token: sandbox.token,
  fetch: cachedFetch,
  authorize: async ({ request }) =>
    request.headers.get('x-user') === 'ada' ? { integratedAccountId: account.id } : null,
});
const first = await (await ask(cached)).text();
assert.equal(await (await ask(cached)).text(), first);
assert.equal(sent, 1);
assert.equal((await ask(cached, 'eve')).status, 403);
await (await ask(cached, 'ada', 'truto_response_format=raw')).text();
await (await ask(cached, 'ada', 'truto_response_format=raw')).text();
assert.equal(sent, 3);

// Logging.
const lines = [];
const logger = pino({}, { write: (line) => lines.push(JSON.parse(line)) });

const logged = createLicenseProxy({
  token: sandbox.token,
  fetch: sandbox.fetch,
  authorize: () => ({ integratedAccountId: account.id, user: 'ada' }),
  onEvent: (event) => logger[event.outcome === 'failed' ? 'warn' : 'info'](event, 'license'),
});
await (await ask(logged)).text();
assert.equal(lines.length, 1);
assert.partialDeepStrictEqual?.(lines[0], { msg: 'license', user: 'ada', status: 200, outcome: 'answered' });
assert.ok(!JSON.stringify(lines).includes(sandbox.token));

console.log('Rate limiting, caching and logging work as docs/security.md shows them.');
