import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { toNodeHandler } from '../../scripts/node-http.ts';
import {
  createLicenseProxy,
  type LicenseProxyEvent,
  type LicenseProxyOptions,
} from '../../src/server/index.ts';
import { serve } from './serve.ts';

const route = '/unified/user-directory/licenses/1?truto_response_format=raw';
const json = { 'content-type': 'application/json' };

/** A body that makes a chunk whenever it is asked for one, and tells what became of it. */
function source(chunks = Infinity) {
  const state = { made: 0, isCancelled: false };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (state.made === chunks) return controller.close();
        state.made += 1;
        controller.enqueue(new Uint8Array(1000).fill(120));
      },
      cancel() {
        state.isCancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { body, state };
}

function mount(body: BodyInit | null, options: Partial<LicenseProxyOptions> = {}) {
  const onEvent = vi.fn<(event: LicenseProxyEvent) => void>();
  const proxy = createLicenseProxy({
    token: 'token',
    authorize: () => ({ integratedAccountId: 'a' }),
    fetch: async () => new Response(body, { headers: json }),
    onEvent,
    ...options,
  });
  return { onEvent, get: (init?: RequestInit) => proxy(new Request(`https://host.example${route}`, init)) };
}

describe('a body on its way', () => {
  it('is asked for as it is read, and not before', async () => {
    const { body, state } = source();
    const response = await mount(body).get();
    expect(state.made).toBe(0);
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.read();
    expect(state.made).toBe(2);
    await reader?.cancel();
    expect(state).toEqual({ made: 2, isCancelled: true });
  });

  it('is given up when its reader leaves', async () => {
    const { body, state } = source();
    const { get, onEvent } = mount(body);
    await (await get()).body?.cancel();
    expect(state.isCancelled).toBe(true);
    await vi.waitFor(() => expect(onEvent).toHaveBeenCalledOnce());
    expect(onEvent.mock.calls[0]?.[0]).toMatchObject({ outcome: 'left', status: 200, bytes: 0 });
  });

  it('is given up when the browser’s request is aborted, though nothing upstream listens', async () => {
    const { body, state } = source();
    const browser = new AbortController();
    const reader = (await mount(body).get({ signal: browser.signal })).body?.getReader();
    await reader?.read();
    browser.abort();
    await expect(reader?.read()).rejects.toThrow('left');
    expect(state.isCancelled).toBe(true);
  });

  it('may be exactly as long as maxBytes', async () => {
    expect(await (await mount(source(5).body, { maxBytes: 5000 }).get()).text()).toHaveLength(5000);
    await expect(
      mount(source(5).body, { maxBytes: 4999 })
        .get()
        .then((all) => all.text()),
    ).rejects.toThrow('maxBytes');
  });

  it('says nothing of the machine where it breaks off', async () => {
    const body = new ReadableStream({
      pull: (controller) => controller.error(new Error('other side closed: 10.0.0.1:443')),
    });
    const error: unknown = await (await mount(body).get()).text().catch((reason: unknown) => reason);
    expect(String(error)).toContain('broke off');
    expect(String(error)).not.toContain('10.0.0.1');
  });

  it('is given up when it comes too late, though nothing upstream listens', async () => {
    const { body, state } = source();
    let answer: (response: Response) => void = () => {};
    const fetch = () => new Promise<Response>((resolve) => (answer = resolve));
    expect((await mount(null, { fetch, timeoutMs: 10 }).get()).status).toBe(504);
    answer(new Response(body, { headers: json }));
    await vi.waitFor(() => expect(state.isCancelled).toBe(true));
  });

  it('may take for ever, where the host wants it so', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    let answer: (response: Response) => void = () => {};
    const fetch = () => new Promise<Response>((resolve) => (answer = resolve));
    const pending = mount(null, { fetch, timeoutMs: Infinity }).get();
    await vi.advanceTimersByTimeAsync(24 * 60 * 60_000);
    answer(new Response('{}', { headers: json }));
    expect(await (await pending).text()).toBe('{}');
  });

  it('may be none', async () => {
    const { get, onEvent } = mount(null, { fetch: async () => new Response(null, { status: 204 }) });
    const response = await get();
    expect([response.status, await response.text()]).toEqual([204, '']);
    await vi.waitFor(() => expect(onEvent).toHaveBeenCalledOnce());
  });

  it('stops over real sockets as soon as the browser hangs up', async () => {
    const isGivenUp = vi.fn<() => void>();
    const { origin } = await serve((_, outgoing) => {
      outgoing.on('close', isGivenUp);
      outgoing.writeHead(200, json);
      const flood = (): void => {
        while (outgoing.write('x'.repeat(10_000)));
        outgoing.once('drain', flood);
      };
      flood();
    });
    const events: LicenseProxyEvent[] = [];
    const proxy = createLicenseProxy({
      token: 'token',
      authorize: () => ({ integratedAccountId: 'a' }),
      baseUrl: origin,
      maxBytes: Infinity,
      onEvent: (event) => events.push(event),
    });
    const { port } = await serve(toNodeHandler(proxy));
    const socket = connect(port, '127.0.0.1');
    socket.write(`GET ${route} HTTP/1.1\r\nHost: h\r\n\r\n`);
    await once(socket, 'data');
    socket.destroy();
    await vi.waitFor(() => expect(isGivenUp).toHaveBeenCalled());
    await vi.waitFor(() => expect(events).toMatchObject([{ outcome: 'left' }]));
  });

  it('waits over real sockets for a browser that does not read', async () => {
    let written = 0;
    const isGivenUp = vi.fn<() => void>();
    const { origin } = await serve((_, outgoing) => {
      outgoing.on('close', isGivenUp);
      outgoing.writeHead(200, json);
      const flood = (): void => {
        do written += 100_000;
        while (outgoing.write('x'.repeat(100_000)));
        outgoing.once('drain', flood);
      };
      flood();
    });
    const proxy = createLicenseProxy({
      token: 'token',
      authorize: () => ({ integratedAccountId: 'a' }),
      baseUrl: origin,
      maxBytes: Infinity,
      timeoutMs: 500,
    });
    const { port } = await serve(toNodeHandler(proxy));
    const socket = connect(port, '127.0.0.1').pause();
    socket.write(`GET ${route} HTTP/1.1\r\nHost: h\r\n\r\n`);
    await vi.waitFor(() => expect(isGivenUp).toHaveBeenCalled(), { timeout: 4000 });
    socket.destroy();
    // What the sockets of a system take in between, and no more.
    expect(written).toBeLessThan(50_000_000);
  });
});

describe('an event', () => {
  it('tells who read what, and how it ended', async () => {
    const { get, onEvent } = mount(null, {
      authorize: () => ({ integratedAccountId: 'a', user: 'ada' }),
      fetch: async () => new Response('{"id":"1"}', { headers: { ...json, 'x-request-id': 'truto-1' } }),
    });
    const response = await get({ headers: { 'x-request-id': 'browser-1', cookie: 'session=1' } });
    expect(onEvent).not.toHaveBeenCalled();
    await response.text();
    expect(onEvent.mock.calls).toEqual([
      [
        {
          outcome: 'answered',
          status: 200,
          upstreamStatus: 200,
          requestId: 'truto-1',
          durationMs: expect.any(Number),
          bytes: 10,
          user: 'ada',
          licenseId: '1',
          integratedAccountId: 'a',
          format: 'raw',
        },
      ],
    ]);
    expect(response.headers.get('x-request-id')).toBe('truto-1');
  });

  it.each([
    ['an error of Truto’s', async () => Response.json({ statusCode: 404 }, { status: 404 }), 'answered', 404],
    ['a redirect', async () => Response.redirect('https://evil.example'), 'failed', 502],
    ['a lost connection', () => Promise.reject(new TypeError('fetch failed')), 'failed', 502],
    ['silence', () => new Promise<Response>(() => {}), 'failed', 504],
  ] as const)('tells of %s', async (_, fetch, outcome, status) => {
    const { get, onEvent } = mount(null, { fetch, timeoutMs: 50 });
    await (await get()).text();
    await vi.waitFor(() => expect(onEvent).toHaveBeenCalledOnce());
    expect(onEvent.mock.calls[0]?.[0]).toMatchObject({ outcome, status });
  });

  it('tells of a refusal, the host’s own, and its failure', async () => {
    const refused = mount(null, { authorize: () => null });
    await refused.get();
    const own = mount(null, { authorize: () => new Response(null, { status: 401 }) });
    await own.get();
    const read = new Response('sign in', { status: 401 });
    await read.text();
    const used = mount(null, { authorize: () => read });
    await used.get().catch(() => {});
    const broken = mount(null, { authorize: () => Promise.reject(new Error('no database at 10.0.0.1')) });
    await broken.get().catch(() => {});
    await vi.waitFor(() => expect(broken.onEvent).toHaveBeenCalledOnce());
    expect(refused.onEvent.mock.calls[0]?.[0]).toMatchObject({
      outcome: 'refused',
      status: 403,
      reason: expect.stringContaining('may not read'),
    });
    expect(own.onEvent.mock.calls[0]?.[0]).toMatchObject({ outcome: 'refused', status: 401 });
    expect(used.onEvent.mock.calls).toMatchObject([[{ outcome: 'refused', status: 500 }]]);
    expect(broken.onEvent.mock.calls[0]?.[0]).toMatchObject({ outcome: 'refused', status: 500 });
    expect(JSON.stringify(broken.onEvent.mock.calls)).not.toContain('10.0.0.1');
  });

  it.each([
    () => {
      throw new Error('the log is full');
    },
    () => Promise.reject(new Error('the log is away')),
  ])('cannot break the answer', async (onEvent) => {
    expect(await (await mount('{}', { onEvent }).get()).text()).toBe('{}');
  });

  it('comes once, though nobody reads the body', async () => {
    const { get, onEvent } = mount(source().body, { timeoutMs: 50 });
    await get();
    await vi.waitFor(() => expect(onEvent).toHaveBeenCalled());
    expect(onEvent.mock.calls).toMatchObject([[{ outcome: 'failed', status: 200 }]]);
  });
});
