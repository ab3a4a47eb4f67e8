import { streamOf } from './body.ts';
import { SandboxError } from './errors.ts';
import type { Fault, FaultKind } from './faults.ts';

/** The connection broke: what `fetch` reports as a `TypeError`, and a server answers by closing the socket. */
export class ConnectionLost extends TypeError {
  constructor() {
    super('fetch failed: the connection was lost');
  }
}

/** What a fault works on. */
export interface Struck {
  readonly fault: Fault;
  readonly licenseId: string;
  readonly signal: AbortSignal;
  /** The answer that would have been given. */
  readonly answer: () => Promise<Response>;
}

const json = { 'content-type': 'application/json; charset=utf-8' };

/** How each kind is done. */
export const faultKinds: Readonly<Record<FaultKind, (struck: Struck) => Promise<Response> | Response>> = {
  status({ fault }) {
    throw new SandboxError(fault.status ?? 500);
  },
  async latency({ fault, signal, answer }) {
    await delay(fault.latencyMs ?? 2_000, signal);
    return answer();
  },
  drop() {
    throw new ConnectionLost();
  },
  async truncate({ answer }) {
    const { status, headers, body } = await whole(answer);
    return new Response(body.slice(0, Math.ceil(body.length / 2)), { status, headers });
  },
  stall: ({ signal }) => new Response(stalled(signal), { headers: json }),
  empty: () => new Response(null, { headers: json }),
  html: () =>
    new Response('<!doctype html><title>Sign in</title><h1>Sign in to this network</h1>\n', {
      headers: { 'content-type': 'text/html; charset=utf-8' },
    }),
  not_json: () => new Response('upstream connect error, reset before headers', { headers: json }),
  wrong_shape: () => new Response('{"data":[{"seats":12}],"ok":true}', { headers: json }),
  wrong_type: ({ licenseId }) =>
    new Response(
      JSON.stringify({
        id: licenseId,
        name: 42,
        status: ['active'],
        assigned_quantity: 'many',
        available_quantity: { value: 10 },
        is_paid: 'yes',
        products: { id: 'p-1' },
        roles: [null, 'admin', { id: 7 }],
        created_at: 1_767_225_600,
      }),
      { headers: json },
    ),
  async wrong_content_type({ answer }) {
    const { status, headers, body } = await whole(answer);
    headers.set('content-type', 'text/plain; charset=utf-8');
    return new Response(body, { status, headers });
  },
  huge: ({ licenseId, signal }) => new Response(streamOf(hugeLicense(licenseId), signal), { headers: json }),
};

async function whole(answer: () => Promise<Response>) {
  const response = await answer();
  return { status: response.status, headers: new Headers(response.headers), body: await response.text() };
}

function delay(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    }, ms);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}

function stalled(signal: AbortSignal): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{'));
      const abort = () => controller.error(signal.reason);
      if (signal.aborted) abort();
      else signal.addEventListener('abort', abort, { once: true });
    },
  });
}

function* hugeLicense(id: string): Generator<string> {
  const piece = 'x'.repeat(64 * 1024);
  yield `{"id":${JSON.stringify(id)},"remote_data":{"padding":"`;
  for (let count = 0; count < 1024; count += 1) yield piece;
  yield '"}}';
}
