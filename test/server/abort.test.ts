import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it, vi } from 'vitest';
import { createSandbox } from '../../src/sandbox/index.ts';
import { createLicenseProxy } from '../../src/server/index.ts';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** Lets the collector take what nothing but weak references is left of. One that was read holds until its task ends. */
async function collected(): Promise<void> {
  for (let round = 0; round < 2; round++) {
    await new Promise((resolve) => setImmediate(resolve));
    collect();
  }
}

/** A browser, and a proxy whose host reaches Truto in its own way, with nothing of the request but its signal. */
function mount(answer: () => Promise<Response>) {
  const signals: AbortSignal[] = [];
  const proxy = createLicenseProxy({
    token: 'a-token',
    authorize: () => ({ integratedAccountId: 'an-account' }),
    fetch: ({ signal }) => {
      signals.push(signal);
      return answer();
    },
  });
  const browser = new AbortController();
  const response = proxy(
    new Request('https://host.example/unified/user-directory/licenses/1', { signal: browser.signal }),
  );
  return { browser, response, signals };
}

it('stops asking Truto when the browser leaves, whatever the memory was cleaned of before', async () => {
  const { browser, response, signals } = mount(() => new Promise(() => {}));
  await vi.waitFor(() => expect(signals).toHaveLength(1));
  await collected();
  browser.abort();
  expect((await response).status).toBe(499);
  expect(signals[0]?.aborted).toBe(true);
});

it('stops the body that Truto sends when the browser leaves, whatever the memory was cleaned of before', async () => {
  const body = new ReadableStream({ start: (to) => to.enqueue(new TextEncoder().encode('{')) });
  const { browser, response, signals } = mount(async () => new Response(body));
  const reading = (await response).text();
  await collected();
  browser.abort();
  await expect(reading).rejects.toThrow('The browser left.');
  expect(signals[0]?.aborted).toBe(true);
});

it('ends a body of the sandbox that stalls, whatever the memory was cleaned of before', async () => {
  const sandbox = createSandbox();
  const account = sandbox.accounts.find(({ vendor }) => vendor === 'webex');
  sandbox.fault({ kind: 'stall' });
  const reader = new AbortController();
  let isReading = false;
  // Nobody but its own reader holds the response.
  const reading = sandbox
    .fetch(
      `https://api.truto.one/unified/user-directory/licenses/${account?.licenses[0]?.id}?integrated_account_id=${account?.id}`,
      { headers: { authorization: `Bearer ${sandbox.token}` }, signal: reader.signal },
    )
    .then((response) => {
      isReading = true;
      return response.text();
    });
  await vi.waitFor(() => expect(isReading).toBe(true));
  await collected();
  reader.abort();
  await expect(reading).rejects.toThrow('aborted');
});
