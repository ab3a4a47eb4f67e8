import { once } from 'node:events';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

/**
 * Serves a Fetch-standard handler with `node:http`. Bodies stream both ways; the request's signal aborts when the
 * client goes away; a handler that rejects, or a response body that errors, closes the socket, as a broken connection
 * does. What is no valid request gets 400, a method that the Fetch standard forbids 405.
 *
 * @example
 * createServer(toNodeHandler((request) => sandbox.fetch(request))).listen(4100, '127.0.0.1');
 */
export function toNodeHandler(handler: (request: Request) => Promise<Response>): RequestListener {
  return (incoming, outgoing) => {
    const signal = abortedWhenClosed(outgoing);
    const request = toRequest(incoming, signal);
    const answer = request instanceof Request ? handler(request) : Promise.resolve(request);
    answer
      .then((response) => send(response, outgoing, incoming.method === 'HEAD', signal))
      .catch(() => outgoing.destroy());
  };
}

/** Aborted when the client goes away before it has the whole answer. */
export function abortedWhenClosed(outgoing: ServerResponse): AbortSignal {
  const abort = new AbortController();
  outgoing.on('close', () => {
    if (!outgoing.writableFinished) abort.abort();
  });
  if (outgoing.destroyed) abort.abort();
  return abort.signal;
}

const forbiddenMethods = new Set(['CONNECT', 'TRACE', 'TRACK']);

function toRequest(incoming: IncomingMessage, signal: AbortSignal): Request | Response {
  const { method = 'GET', url = '/', headers } = incoming;
  if (forbiddenMethods.has(method)) return refusal(405, 'Method Not Allowed', `${method} is not allowed`);
  try {
    const address = url.startsWith('/') ? `http://${headers.host ?? 'localhost'}${url}` : url;
    const init: RequestInit = { method, headers: pairs(incoming.rawHeaders), signal };
    if (method === 'GET' || method === 'HEAD') return new Request(address, init);
    return new Request(address, { ...init, ...streaming(incoming) });
  } catch {
    return refusal(400, 'Bad Request', 'The request is malformed');
  }
}

function streaming(incoming: IncomingMessage): RequestInit & { duplex: 'half' } {
  const chunks = incoming.iterator();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return?.();
    },
  });
  return { body, duplex: 'half' };
}

function pairs(rawHeaders: readonly string[]): [string, string][] {
  const headers: [string, string][] = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    headers.push([rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '']);
  }
  return headers;
}

function refusal(statusCode: number, error: string, message: string): Response {
  return Response.json({ statusCode, error, message }, { status: statusCode });
}

async function send(
  { status, headers, body }: Response,
  outgoing: ServerResponse,
  isHead: boolean,
  signal: AbortSignal,
): Promise<void> {
  outgoing.statusCode = status;
  for (const [name, value] of headers) {
    // Cookies alone come one by one; what a middleware before has set is replaced.
    if (name === 'set-cookie') outgoing.appendHeader(name, value);
    else outgoing.setHeader(name, value);
  }
  if (!body || isHead) {
    outgoing.end();
    await body?.cancel();
    return;
  }
  // What is produced within this turn of the event loop leaves in one packet, headers included.
  outgoing.cork();
  setImmediate(() => outgoing.uncork());
  outgoing.flushHeaders();
  const reader = body.getReader();
  signal.addEventListener('abort', () => void reader.cancel(signal.reason).catch(() => {}), { once: true });
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (!outgoing.write(value)) await once(outgoing, 'drain', { signal });
  }
  outgoing.end();
}
