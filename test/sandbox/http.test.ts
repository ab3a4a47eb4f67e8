import { connect } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { toNodeHandler } from '../../scripts/node-http.ts';
import { fresh, licensePath, listen, serve } from './support.ts';

const { endpoint, sandbox, find } = fresh();
const servers = {
  'the sandbox server': await serve(endpoint),
  'a Fetch handler served by toNodeHandler': await listen(toNodeHandler(sandbox.fetch)),
};
afterAll(() => {
  for (const server of Object.values(servers)) server.close();
});

const authorization = `Authorization: Bearer ${sandbox.token}`;

/** Sends these bytes and answers what came until the other side closed. */
const exchange = (port: number, ...lines: string[]) =>
  new Promise<string>((resolve, reject) => {
    let text = '';
    const socket = connect(port, '127.0.0.1');
    socket.on('data', (chunk) => {
      text += String(chunk);
    });
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
    socket.write([...lines, 'Connection: close', '', ''].join('\r\n'));
  });

const bodyOf = (answer: string): unknown => {
  const [, body = ''] = /\r\n\r\n(?:[\da-f]+\r\n)?(\{.*\})/s.exec(answer) ?? [];
  return JSON.parse(body);
};

describe.each(Object.entries(servers))('%s', (_, { port, origin }) => {
  it.each<[string, number, ...string[]]>([
    ['a URL of rubbish', 400, 'GET http://[ HTTP/1.1', 'Host: localhost'],
    ['a request line of rubbish', 400, 'GET / spaces everywhere HTTP/1.1', 'Host: localhost'],
    ['a method of rubbish', 400, 'FETCH / HTTP/1.1', 'Host: localhost'],
    ['a header of rubbish', 400, 'GET / HTTP/1.1', 'Host: localhost', 'No colon here'],
    ['a header with a control character', 400, 'GET / HTTP/1.1', 'Host: localhost', 'X: a\u0001b'],
    ['headers without end', 431, 'GET / HTTP/1.1', 'Host: localhost', `X: ${'x'.repeat(20_000)}`],
    ['a URL without end', 431, `GET /?${'x'.repeat(20_000)} HTTP/1.1`, 'Host: localhost'],
    [
      'a malformed escape in the id',
      400,
      'GET /unified/user-directory/licenses/%zz HTTP/1.1',
      'Host: x',
      authorization,
    ],
    ['no token', 401, 'GET /unified/user-directory/licenses/1 HTTP/1.1', 'Host: localhost'],
    [
      'a method that is no read',
      405,
      'DELETE /unified/user-directory/licenses/1 HTTP/1.1',
      'Host: x',
      authorization,
    ],
    ['a path with two slashes', 404, 'GET //unified HTTP/1.1', 'Host: localhost', authorization],
  ])('answers %s with %i in the shape of the API', async (_case, status, ...lines) => {
    const answer = await exchange(port, ...lines);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(bodyOf(answer)).toEqual({
      statusCode: status,
      error: expect.stringMatching(/./),
      message: expect.stringMatching(/./),
    });
  });

  it('reads the body of a POST', async () => {
    const response = await fetch(`${origin}/integrated-account/token`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sandbox.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ integrated_account_id: find('Webex').account }),
    });
    const { integrated_account_token } = await response.json();
    const read = await fetch(origin + licensePath({ id: find('Webex').id }), {
      headers: { authorization: `Bearer ${integrated_account_token}` },
    });
    expect(read.status).toBe(200);
  });

  it('answers HEAD without a body, and the next request on the same connection', async () => {
    const url = origin + licensePath(find('Webex'));
    const headers = { authorization: `Bearer ${sandbox.token}` };
    const head = await fetch(url, { method: 'HEAD', headers });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect((await fetch(url, { headers })).status).toBe(200);
  });

  it('keeps every header of the answer', async () => {
    const response = await fetch(
      origin +
        licensePath({ ...find('Webex', '450'), query: 'include_assigned_to=user&truto_response_format=raw' }),
      { headers: { authorization: `Bearer ${sandbox.token}` } },
    );
    expect(response.headers.get('link')).toMatch(/rel="next"/);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect((await response.json()).users).toHaveLength(300);
  });
});

describe('toNodeHandler', () => {
  it('aborts the request when the client goes away', async () => {
    const abort = new AbortController();
    const whenAborted = new Promise((resolve) => {
      void listen(
        toNodeHandler((request) => {
          request.signal.addEventListener('abort', () => resolve('aborted'));
          abort.abort();
          return new Promise(() => {});
        }),
      ).then(async (server) => {
        await expect(fetch(server.origin, { signal: abort.signal })).rejects.toThrow('aborted');
        server.close();
      });
    });
    expect(await whenAborted).toBe('aborted');
  });

  it('streams a request body and an answer at the same time', async () => {
    const server = await listen(toNodeHandler(async (request) => new Response(request.body)));
    const sent = 'x'.repeat(3_000_000);
    const response = await fetch(server.origin, { method: 'POST', body: sent });
    expect(await response.text()).toBe(sent);
    server.close();
  });

  it('sends each Set-Cookie', async () => {
    const server = await listen(
      toNodeHandler(async () => {
        const headers = new Headers([
          ['set-cookie', 'a=1'],
          ['set-cookie', 'b=2'],
        ]);
        return new Response(null, { headers });
      }),
    );
    expect((await fetch(server.origin)).headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    server.close();
  });

  it('breaks the connection when the body errors', async () => {
    const server = await listen(
      toNodeHandler(
        async () =>
          new Response(
            new ReadableStream({
              pull(controller) {
                controller.error(new Error('the upstream broke'));
              },
            }),
          ),
      ),
    );
    await expect(fetch(server.origin).then((response) => response.text())).rejects.toThrow(TypeError);
    server.close();
  });
});
