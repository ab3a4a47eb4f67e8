import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { connect } from 'node:net';
import { onTestFinished } from 'vitest';

/** Serves on a free port of this machine until the test is over. */
export async function serve(listener: RequestListener): Promise<{ port: number; origin: string }> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('the server has no port');
  return { port: address.port, origin: `http://127.0.0.1:${address.port}` };
}

/** What a server answers on one connection. */
export interface RawAnswer {
  /** All of it, chunk lengths too. */
  readonly text: string;
  /** The status of each answer on the connection. */
  readonly statuses: readonly number[];
  /** What follows the first empty line. */
  readonly body: string;
}

/** Writes these very bytes to a server and reads until it closes the connection: no client tidies them up. */
export async function sendRaw(port: number, bytes: string): Promise<RawAnswer> {
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  socket.write(bytes, 'latin1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.on('error', () => {});
  await once(socket, 'close');
  const text = Buffer.concat(chunks).toString();
  return {
    text,
    statuses: [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status)),
    body: text.slice(text.indexOf('\r\n\r\n') + 4),
  };
}

/** The head of a request as it went over the wire. */
export function headOf({ method, url, rawHeaders }: IncomingMessage): Head {
  const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
  return { method, url, names, text: JSON.stringify([method, url, rawHeaders]) };
}

export interface Head {
  readonly method: string | undefined;
  readonly url: string | undefined;
  /** The names of its headers. */
  readonly names: readonly string[];
  readonly text: string;
}
