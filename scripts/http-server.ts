import { createServer, type RequestListener, type Server, type ServerOptions, STATUS_CODES } from 'node:http';

/** What Node's parser refuses by another status than 400, by the code of its error. */
const refusals: Readonly<Record<string, readonly [status: number, message: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'The request headers are too large'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'The chunk extensions of the body are too large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not arrive in time'],
};

/**
 * A server that leaves no request without an answer: what never reaches the listener, because Node's parser refuses it
 * or gives up waiting, gets the status it deserves in the shape of Truto's errors.
 *
 * @param options Node's own; unless they say otherwise, a request must arrive within ten seconds and may lack a `Host`
 */
export function createHttpServer(listener: RequestListener, options: ServerOptions = {}): Server {
  const server = createServer(
    { requestTimeout: 10_000, connectionsCheckingInterval: 1_000, requireHostHeader: false, ...options },
    listener,
  );
  server.on('checkExpectation', listener);
  server.on('connect', (_request, socket) => {
    // Node leaves this socket to us, its errors too.
    socket.on('error', () => socket.destroy());
    socket.end(refusal(405, 'CONNECT is not allowed'));
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return;
    socket.end(refusal(...(refusals[error.code ?? ''] ?? [400, 'The request is malformed'])));
  });
  return server;
}

function refusal(statusCode: number, message: string): string {
  const error = STATUS_CODES[statusCode];
  const body = JSON.stringify({ statusCode, error, message });
  return [
    `HTTP/1.1 ${statusCode} ${error}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}
