/**
 * Sends one GET again and again over keep-alive sockets and counts the answers. It parses nothing: every answer has
 * the length of the first, so the server's cost is what is measured.
 */
import { connect } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';

/** @type {{ port: number, path: string, token: string, connections: number, milliseconds: number }} */
const { port, path, token, connections, milliseconds } = workerData;
const head = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept: application/json\r\nAuthorization: Bearer ${token}\r\n`;

/** @returns {Promise<number>} bytes of one answer on a connection that stays open */
function answerLength() {
  return new Promise((resolve, reject) => {
    let length = 0;
    let idle = setTimeout(() => reject(new Error('no answer')), 5_000);
    const socket = connect(port, '127.0.0.1', () => socket.write(`${head}\r\n`));
    socket.on('error', reject);
    socket.on('data', (data) => {
      if (length === 0 && !data.toString('latin1').startsWith('HTTP/1.1 200'))
        reject(new Error(String(data)));
      length += data.length;
      clearTimeout(idle);
      idle = setTimeout(() => {
        socket.destroy();
        resolve(length);
      }, 200);
    });
  });
}

const length = await answerLength();
const request = Buffer.from(`${head}\r\n`, 'latin1');
let answers = 0;
const startedAt = performance.now();
const endsAt = startedAt + milliseconds;
await Promise.all(
  Array.from(
    { length: connections },
    () =>
      new Promise((resolve, reject) => {
        let received = 0;
        const socket = connect(port, '127.0.0.1', () => socket.write(request));
        socket.setNoDelay(true);
        socket.on('error', reject);
        socket.on('data', (data) => {
          received += data.length;
          if (received < length) return;
          if (received > length) reject(new Error(`${received} bytes where ${length} were expected`));
          received = 0;
          answers += 1;
          if (performance.now() < endsAt) {
            socket.write(request);
          } else {
            socket.destroy();
            resolve(undefined);
          }
        });
      }),
  ),
);
parentPort?.postMessage((answers * 1_000) / (performance.now() - startedAt));
