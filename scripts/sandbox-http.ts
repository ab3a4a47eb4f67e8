import { once } from 'node:events';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Endpoint } from '../src/sandbox/endpoint.ts';
import type { Reply } from '../src/sandbox/reply.ts';
import type { EndpointRequest } from '../src/sandbox/request.ts';
import { abortedWhenClosed } from './node-http.ts';

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
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    // Leaving the loop must not destroy the socket: the answer has yet to go through it.
    for await (const chunk of this.#incoming.iterator({ destroyOnReturn: false })) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > maxBodyBytes) throw new RangeError('The body is too large');
    }
    return JSON.parse(Buffer.concat(chunks).toString());
  }
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
