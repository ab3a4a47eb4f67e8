import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { toNodeHandler } from '../../scripts/node-http.ts';
import { listenerOf } from '../../scripts/sandbox-http.ts';
import { fresh, licensePath, listen, send, serve } from './support.ts';

const { endpoint, sandbox, find } = fresh();
const servers = {
  'the sandbox server': await serve(endpoint),
  'a Fetch handler served by toNodeHandler': await listen(toNodeHandler(sandbox.fetch)),
};
afterAll(() => {
  for (const server of Object.values(servers)) server.close();
});

const authorization = `Authorization: Bearer ${sandbox.token}`;
const path = '/unified/user-directory/licenses/1';

const exchange = (port: number, ...lines: string[]) =>
  send(port, [...lines, 'Connection: close', '', ''].join('\r\n'));

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
    ['no token', 401, `GET ${path} HTTP/1.1`, 'Host: localhost'],
    ['a method that is no read', 405, `DELETE ${path} HTTP/1.1`, 'Host: x', authorization],
    ['a path with two slashes', 404, 'GET //unified HTTP/1.1', 'Host: localhost', authorization],
    ['a request for a tunnel', 405, 'CONNECT localhost:443 HTTP/1.1', 'Host: localhost'],
    ['no host', 401, `GET ${path} HTTP/1.1`],
    ['an expectation of rubbish', 401, 'GET / HTTP/1.1', 'Host: localhost', 'Expect: the-unexpected'],
    [
      'a name nested 5,000 deep',
      400,
      `GET ${path}?a${'[a]'.repeat(5_000)} HTTP/1.1`,
      'Host: x',
      authorization,
    ],
    ['3,500 parameters', 400, `GET ${path}?${'a[]&'.repeat(3_500)} HTTP/1.1`, 'Host: x', authorization],
    ['two lengths', 400, 'POST / HTTP/1.1', 'Host: x', 'Content-Length: 1', 'Transfer-Encoding: chunked'],
    ['an asterisk', 400, 'GET * HTTP/1.1', 'Host: localhost'],
  ])('answers %s with %i in the shape of the API', async (_case, status, ...lines) => {
    const answer = await exchange(port, ...lines);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(bodyOf(answer)).toEqual({
      statusCode: status,
      error: expect.stringMatching(/./),
      message: expect.stringMatching(/./),
    });
  });

  const mint = (body: BodyInit) => {
    const headers = { authorization: `Bearer ${sandbox.token}`, 'content-type': 'application/json' };
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers, body, duplex: 'half' };
    return fetch(`${origin}/integrated-account/token`, init);
  };
  const asked = JSON.stringify({ integrated_account_id: find('Webex').account });

  it.each([
    ['of a known length', () => asked],
    ['in chunks', () => new Blob([asked]).stream()],
  ])('reads the body of a POST %s', async (_length, body) => {
    const { integrated_account_token } = await (await mint(body())).json();
    const read = await fetch(origin + licensePath({ id: find('Webex').id }), {
      headers: { authorization: `Bearer ${integrated_account_token}` },
    });
    expect(read.status).toBe(200);
  });

  it('outlives clients that break their connections', async () => {
    for (const begun of ['CONNECT x:1 HTTP/1.1', `GET ${path} HTTP/1.1`, 'rubbish']) {
      const socket = connect(port, '127.0.0.1');
      await once(socket, 'connect');
      socket.write(`${begun}\r\nHost: x\r\n\r\n`, () => socket.resetAndDestroy());
      await once(socket, 'close');
    }
    expect((await fetch(origin)).status).toBe(401);
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

describe('the sandbox server', () => {
  it('reads no more of a POST than it can use', async () => {
    const post = [
      'POST /integrated-account/token HTTP/1.1',
      'Host: x',
      authorization,
      'Content-Length: 9999999',
    ];
    const socket = connect(servers['the sandbox server'].port, '127.0.0.1');
    socket.write(`${post.join('\r\n')}\r\n\r\n${'x'.repeat(70_000)}`);
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    socket.destroy();
  });

  it.each([
    ['headers', 'GET / HTTP/1.1\r\nHost: localhost\r\nX: '],
    [
      'a body',
      `POST /integrated-account/token HTTP/1.1\r\nHost: x\r\n${authorization}\r\nContent-Length: 9\r\n\r\n{`,
    ],
  ])('waits no longer for %s than it is told', async (_what, begun) => {
    const options = { requestTimeout: 60, headersTimeout: 60, connectionsCheckingInterval: 20 };
    const impatient = await listen(listenerOf(endpoint), options);
    const answer = await send(impatient.port, begun);
    expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(bodyOf(answer)).toMatchObject({ statusCode: 408, error: 'Request Timeout' });
    impatient.close();
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
