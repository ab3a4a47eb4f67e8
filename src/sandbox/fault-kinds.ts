import { SandboxError } from './errors.ts';
import type { Fault, FaultKind } from './faults.ts';
import { json, type Reply, textOf } from './reply.ts';

/** The connection broke: what `fetch` reports as a `TypeError`, and a server answers by closing the socket. */
export class ConnectionLost extends TypeError {
  constructor() {
    super('fetch failed: the connection was lost');
  }
}

/** What a fault works on. */
interface Struck {
  readonly fault: Fault;
  readonly licenseId: string;
  /** Aborted when the caller no longer waits. */
  readonly signal: AbortSignal;
  /** The answer that would have been given. */
  readonly answer: () => Promise<Reply>;
}

/** How each kind is done. */
export const faultKinds: Readonly<Record<FaultKind, (struck: Struck) => Promise<Reply> | Reply>> = {
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
    const reply = await answer();
    const text = await textOf(reply.body);
    return { ...reply, body: text.slice(0, Math.ceil(text.length / 2)) };
  },
  stall: ({ signal }) => ({ ...json(''), body: () => stalled(signal) }),
  empty: () => ({ ...json(''), body: null }),
  html: () => ({
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: '<!doctype html><title>Sign in</title><h1>Sign in to this network</h1>\n',
  }),
  not_json: () => json('upstream connect error, reset before headers'),
  wrong_shape: () => json('{"data":[{"seats":12}],"ok":true}'),
  wrong_type: ({ licenseId }) =>
    json(
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
    ),
  async wrong_content_type({ answer }) {
    const reply = await answer();
    return { ...reply, headers: { ...reply.headers, 'content-type': 'text/plain; charset=utf-8' } };
  },
  huge: ({ licenseId }) => ({ ...json(''), body: () => hugeLicense(licenseId) }),
};

function delay(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    onAbort(signal, () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

async function* stalled(signal: AbortSignal): AsyncGenerator<string> {
  yield '{';
  await new Promise((_, reject) => onAbort(signal, () => reject(signal.reason)));
}

function onAbort(signal: AbortSignal, listener: () => void): void {
  if (signal.aborted) listener();
  else signal.addEventListener('abort', listener, { once: true });
}

function* hugeLicense(id: string): Generator<string> {
  const piece = 'x'.repeat(64 * 1024);
  yield `{"id":${JSON.stringify(id)},"remote_data":{"padding":"`;
  for (let count = 0; count < 1024; count += 1) yield piece;
  yield '"}}';
}
