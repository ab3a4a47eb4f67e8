import { streamOf } from './body.ts';
import { SandboxError } from './errors.ts';

/**
 * What can go wrong between the endpoint and its caller:
 *
 * - `status`: an error of the endpoint's own, 500 unless `status` says otherwise
 * - `latency`: the right answer, but late: `latencyMs`, 2,000 unless told
 * - `drop`: the connection is lost before an answer
 * - `truncate`: the body ends in its middle
 * - `stall`: status, headers and the first byte come, then nothing
 * - `empty`: 200 without a body
 * - `html`: 200 with a web page, as a captive portal sends
 * - `not_json`: 200 that calls itself JSON and is not
 * - `wrong_shape`: JSON that is no license
 * - `wrong_type`: a license whose fields have other types than documented
 * - `wrong_content_type`: the right body as `text/plain`
 * - `huge`: a license of 64 MiB, made while it is read
 */
export type FaultKind =
  | 'status'
  | 'latency'
  | 'drop'
  | 'truncate'
  | 'stall'
  | 'empty'
  | 'html'
  | 'not_json'
  | 'wrong_shape'
  | 'wrong_type'
  | 'wrong_content_type'
  | 'huge';

/** A fault on demand. */
export interface Fault {
  /** The account it strikes; every account where absent. */
  account?: string;
  /** The license it strikes; every license where absent. */
  license?: string;
  kind: FaultKind;
  /** How many requests it strikes; all, until it is removed, where absent. */
  times?: number;
  /** For `status`: the HTTP status, 500 unless told. */
  status?: number;
  /** For `latency`: milliseconds, 2,000 unless told. */
  latencyMs?: number;
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

/** The connection broke: what `fetch` reports as a `TypeError`, and a server answers by closing the socket. */
export class ConnectionLost extends TypeError {
  constructor() {
    super('fetch failed: the connection was lost');
  }
}

/** The faults that are set, the oldest first. */
export class Faults {
  readonly #set = new Set<{ fault: Fault; left: number }>();

  /** Sets a fault and answers what removes it. */
  add(fault: Fault): () => void {
    const entry = { fault, left: fault.times ?? Infinity };
    this.#set.add(entry);
    return () => {
      this.#set.delete(entry);
    };
  }

  /** The fault that strikes this request, counted as one of its `times`. */
  take(account: string, license: string): Fault | undefined {
    for (const entry of this.#set) {
      const { fault } = entry;
      if ((fault.account ?? account) !== account || (fault.license ?? license) !== license) continue;
      entry.left -= 1;
      if (entry.left <= 0) this.#set.delete(entry);
      if (entry.left >= 0) return fault;
    }
    return undefined;
  }
}

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
