import { once } from 'node:events';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Endpoint, EndpointRequest } from '../src/sandbox/endpoint.ts';
import type { Reply } from '../src/sandbox/reply.ts';

/**
 * Serves the sandbox's endpoint with `node:http`, without a Fetch `Request` and `Response` between: in Node these cost
 * more than the endpoint itself. A lost connection closes the socket; a body in pieces leaves piece by piece.
 */
export function listenerOf(endpoint: Endpoint): RequestListener {
  return (incoming, outgoing) => {
    const request = new NodeRequest(incoming, outgoing);
    endpoint
      .reply(request)
      .then((reply) => send(reply, outgoing))
      .catch(() => outgoing.destroy());
  };
}

/** Answers what Node's parser refuses with 400 (431 for headers too large) in the shape of the API's errors. */
export function answerMalformed(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return;
    const [statusCode, reason, message] =
      error.code === 'HPE_HEADER_OVERFLOW'
        ? [431, 'Request Header Fields Too Large', 'The request headers are too large']
        : [400, 'Bad Request', 'The request is malformed'];
    const body = JSON.stringify({ statusCode, error: reason, message });
    socket.end(
      `HTTP/1.1 ${statusCode} ${reason}\r\nContent-Type: application/json; charset=utf-8\r\n` +
        `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    );
  });
}

/** The largest body that is read: minting a token needs a few bytes. */
const maxBodyBytes = 64 * 1024;

class NodeRequest implements EndpointRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: EndpointRequest['headers'];
  readonly #incoming: IncomingMessage;
  readonly #outgoing: ServerResponse;
  #signal: AbortSignal | undefined;

  constructor(incoming: IncomingMessage, outgoing: ServerResponse) {
    const { method = 'GET', url = '/', headers } = incoming;
    this.#incoming = incoming;
    this.#outgoing = outgoing;
    this.method = method;
    this.url = url.startsWith('/') ? `http://localhost${url}` : url;
    this.headers = {
      get(name) {
        const value = headers[name];
        return Array.isArray(value) ? value.join(', ') : (value ?? null);
      },
    };
  }

  /** Made when it is first asked for: few requests need one. */
  get signal(): AbortSignal {
    return (this.#signal ??= abortedWhenClosed(this.#outgoing));
  }

  async json(): Promise<unknown> {
    if (Number(this.#incoming.headers['content-length'] ?? maxBodyBytes + 1) > maxBodyBytes) {
      throw new RangeError('The body is too large, or does not say how large it is');
    }
    return JSON.parse(await text(this.#incoming));
  }
}

function abortedWhenClosed(outgoing: ServerResponse): AbortSignal {
  const abort = new AbortController();
  outgoing.on('close', () => {
    if (!outgoing.writableFinished) abort.abort();
  });
  if (outgoing.destroyed) abort.abort();
  return abort.signal;
}

async function send({ status, headers, body }: Reply, outgoing: ServerResponse): Promise<void> {
  if (typeof body === 'string') {
    outgoing.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
    return;
  }
  outgoing.writeHead(status, headers);
  if (body === null) {
    outgoing.end();
    return;
  }
  const signal = abortedWhenClosed(outgoing);
  outgoing.flushHeaders();
  for await (const piece of body()) {
    signal.throwIfAborted();
    if (!outgoing.write(piece)) await once(outgoing, 'drain', { signal });
  }
  outgoing.end();
}
