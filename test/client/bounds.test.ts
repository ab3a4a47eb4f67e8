import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connect, rejection } from './endpoint.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A body that never ends, and how much of it was taken. */
function endless(size: number) {
  const taken = { bytes: 0, isCancelled: false };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        taken.bytes += size;
        controller.enqueue(new Uint8Array(size).fill(120));
      },
      cancel() {
        taken.isCancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { taken, body };
}

describe('maxBytes', () => {
  it.each([200, 500])('bounds what is read of an answer with status %i', async (status) => {
    const { taken, body } = endless(1000);
    const { client } = connect({ maxBytes: 4500, fetch: async () => new Response(body, { status }) });
    const error = await rejection(client.remoteData({ licenseId: '1' }));
    expect(error).toMatchObject({ code: status === 200 ? 'malformed' : 'upstream', status });
    expect(taken).toEqual({ bytes: 5000, isCancelled: true });
  });

  it('lets nothing be read where the length tells enough', async () => {
    const { taken, body } = endless(1000);
    const headers = { 'content-length': '4501' };
    const { client } = connect({ maxBytes: 4500, fetch: async () => new Response(body, { headers }) });
    expect(await rejection(client.license({ licenseId: '1' }))).toMatchObject({ code: 'malformed' });
    expect(taken).toEqual({ bytes: 0, isCancelled: true });
  });

  it('allows a body of that very length', async () => {
    const { client } = connect({ maxBytes: 10, fetch: async () => Response.json({ id: '1' }) });
    expect((await client.license({ licenseId: '1' })).license.id).toBe('1');
  });
});

describe('timeoutMs', () => {
  it('bounds a fetch that heeds no signal', async () => {
    const { client } = connect({ timeoutMs: 3000, fetch: () => new Promise(() => {}) });
    const call = rejection(client.license({ licenseId: '1' }));
    await vi.advanceTimersByTimeAsync(3000);
    expect(await call).toMatchObject({ code: 'timeout', isRemote: false });
  });

  it('bounds a body that stops, and cancels it', async () => {
    let isCancelled = false;
    const body = new ReadableStream({
      cancel() {
        isCancelled = true;
      },
    });
    const { client } = connect({ timeoutMs: 3000, fetch: async () => new Response(body) });
    const call = rejection(client.remoteData({ licenseId: '1' }));
    await vi.advanceTimersByTimeAsync(3000);
    expect(await call).toMatchObject({ code: 'timeout' });
    expect(isCancelled).toBe(true);
  });

  it('does not count waiting in line', async () => {
    const { client } = connect({
      timeoutMs: 3000,
      concurrency: 1,
      fetch: async () => {
        await new Promise((resolve) => setTimeout(resolve, 2000));
        return Response.json({ id: '1' });
      },
    });
    const calls = Promise.all(Array.from({ length: 5 }, () => client.license({ licenseId: '1' })));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await calls).toHaveLength(5);
  });

  it('leaves no timer behind', async () => {
    const { client, sample } = connect();
    await client.license(sample('webex'));
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('an abort', () => {
  const reason = new Error('navigated away');

  it('is the signal’s own reason, wherever the call stands', async () => {
    for (const fetch of [
      () => new Promise<Response>(() => {}),
      async () => new Response(new ReadableStream()),
      async () => new Response('{', { status: 429, headers: { 'retry-after': '10' } }),
    ]) {
      const controller = new AbortController();
      const { client } = connect({ fetch, concurrency: 1 });
      const inFlight = rejection(client.license({ licenseId: '1' }, controller));
      const inLine = rejection(client.license({ licenseId: '2' }, controller));
      await vi.advanceTimersByTimeAsync(1000);
      controller.abort(reason);
      expect(await inFlight).toBe(reason);
      expect(await inLine).toBe(reason);
    }
  });

  it('before the call lets nothing be sent', async () => {
    const { client, sent } = connect();
    expect(await rejection(client.license({ licenseId: '1' }, { signal: AbortSignal.abort(reason) }))).toBe(
      reason,
    );
    expect(sent).toEqual([]);
  });

  it('reaches the request, and is a DOMException where no reason is given', async () => {
    const { sandbox, client, sent, sample } = connect();
    sandbox.fault({ kind: 'stall' });
    const controller = new AbortController();
    const call = rejection(client.license(sample('webex'), controller));
    await vi.advanceTimersByTimeAsync(1000);
    controller.abort();
    expect(await call).toMatchObject({ name: 'AbortError' });
    expect(sent[0]?.signal.aborted).toBe(true);
  });

  it('of one in line is never sent, and holds up nobody', async () => {
    const { client, sent, sample } = connect({ concurrency: 1 });
    const controller = new AbortController();
    const first = client.license(sample('webex', 0));
    const second = rejection(client.license(sample('webex', 1), controller));
    const third = client.license(sample('webex', 2));
    controller.abort(reason);
    await Promise.all([first, second, third]);
    expect(sent).toHaveLength(2);
  });

  it('of many in line leaves the account its calls', async () => {
    const { client, sent, sample } = connect();
    const controller = new AbortController();
    const gone = Array.from({ length: 60 }, () => rejection(client.license(sample('webex'), controller)));
    controller.abort(reason);
    await Promise.all(gone);
    await Promise.all(Array.from({ length: 50 }, () => client.license(sample('webex'))));
    expect(sent).toHaveLength(50);
  });

  it('leaves no listener on a signal that serves many calls', async () => {
    const { signal } = new AbortController();
    const add = vi.spyOn(signal, 'addEventListener');
    const { client } = connect({ fetch: async () => Response.json({ id: '1' }) });
    for (let index = 0; index < 20; index += 1) await client.license({ licenseId: '1' }, { signal });
    expect(add).not.toHaveBeenCalled();
  });
});
