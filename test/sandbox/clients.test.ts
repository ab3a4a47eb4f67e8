/**
 * The five clients that Truto's page shows, by the requests they send over HTTP. The requests of those that may be absent
 * from a machine are written out byte by byte and always sent. Where cURL, Python's `requests` and a browser are at hand
 * they are run too, and must send what is written here; where they are not, the run says so. Truto's SDKs are not
 * installed: what is written for them was recorded from them, the TypeScript SDK 2.0.12 and the Python SDK 0.1.1.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { chromium } from 'playwright';
import qs from 'qs';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumArgs, findBrowser } from '../../scripts/browser.mjs';
import { listenerOf } from '../../scripts/sandbox-http.ts';
import { fresh, listen, send, serve } from './support.ts';

const run = promisify(execFile);
const { endpoint, sandbox, find } = fresh();
/** Method and address of each request that came, as they stood on the wire. */
const received: string[] = [];
const listener = listenerOf(endpoint);
const server = await listen((incoming, outgoing) => {
  received.push(`${incoming.method} ${incoming.url}`);
  listener(incoming, outgoing);
});
afterAll(() => server.close());

const { account, id } = find('Salesforce');
const meraki = find('Cisco Meraki');
const webex = find('Webex');
const token = sandbox.token;
const path = '/unified/user-directory/licenses';
const address = server.origin + path;

/** The license without what the requests below exclude. */
const expected = {
  assigned_quantity: 97,
  available_quantity: 120,
  created_at: '2021-03-09T14:05:41.000+0000',
  updated_at: '2026-08-17T06:12:03.000+0000',
  status: 'active',
  is_paid: true,
};

const pythonSdk = [
  'Content-Type: application/json',
  'Accept: application/json',
  'Accept-Encoding: gzip, deflate',
  'User-Agent: Python/3.11 aiohttp/3.14.3',
];

/** The requests that are written out: where they go, and the headers that each client adds of its own. */
const written = {
  'cURL, brackets as typed': {
    target: `${path}/${id}?integrated_account_id=${account}&truto_exclude_fields[]=id&truto_exclude_fields[]=name&truto_ignore_remote_data=true`,
    headers: ['User-Agent: curl/8.5.0', 'Accept: */*', 'Content-Type: application/json'],
    answer: expected,
  },
  'cURL, --get and --data-urlencode': {
    target: `${path}/${meraki.id}?integrated_account_id=${meraki.account}&organizations=${meraki.organizations}&remote_query[note]=a+%26+b`,
    headers: ['User-Agent: curl/8.5.0', 'Accept: */*', 'Content-Type: application/json'],
    answer: expect.objectContaining({ id: meraki.id, status: 'active' }),
  },
  'Python requests, a list under a name that ends in brackets, and its own True': {
    target: `${path}/${id}?integrated_account_id=${account}&truto_exclude_fields%5B%5D=id&truto_exclude_fields%5B%5D=name&truto_ignore_remote_data=True`,
    headers: [
      'User-Agent: python-requests/2.34.2',
      'Accept-Encoding: gzip, deflate',
      'Accept: */*',
      'Content-Type: application/json',
    ],
    answer: expected,
  },
  'Python requests, a list under a plain name': {
    target: `${path}/${id}?integrated_account_id=${account}&truto_exclude_fields=id&truto_exclude_fields=name&truto_ignore_remote_data=true`,
    headers: ['User-Agent: python-requests/2.34.2', 'Accept-Encoding: gzip, deflate', 'Accept: */*'],
    answer: expected,
  },
  'the TypeScript SDK': {
    target: `${path}/${id}?integrated_account_id=${account}&truto_exclude_fields%5B0%5D=id&truto_exclude_fields%5B1%5D=name&truto_ignore_remote_data=true`,
    headers: [
      'Accept: application/json',
      'User-Agent: truto-ts-sdk/2.0.12',
      'accept-language: *',
      'sec-fetch-mode: cors',
      'accept-encoding: gzip, deflate',
    ],
    answer: expected,
  },
  'the Python SDK': {
    target: `${path}/${id}?integrated_account_id=${account}&truto_exclude_fields%5B%5D=id&truto_exclude_fields%5B%5D=name&truto_ignore_remote_data=true`,
    headers: pythonSdk,
    answer: expected,
  },
  'the Python SDK, a query for the vendor': {
    target: `${path}/${id}?integrated_account_id=${account}&remote_query%5Bfields%5D=Id,Status`,
    headers: pythonSdk,
    answer: { id, status: 'active', remote_data: expect.objectContaining({ Id: id, Status: 'Active' }) },
  },
  'the Python SDK, the long id of a Webex license': {
    target: `${path}/${webex.id}?integrated_account_id=${webex.account}`,
    headers: pythonSdk,
    answer: expect.objectContaining({ id: webex.id }),
  },
};

describe('written out, byte by byte', () => {
  it.each(Object.entries(written))('%s', async (_client, { target, headers, answer }) => {
    const lines = [
      `GET ${target} HTTP/1.1`,
      `Host: 127.0.0.1:${server.port}`,
      `Authorization: Bearer ${token}`,
      ...headers,
      'Connection: close',
    ];
    const text = await send(server.port, `${lines.join('\r\n')}\r\n\r\n`);
    expect(text).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(JSON.parse(text.slice(text.indexOf('\r\n\r\n')))).toEqual(answer);
  });
});

const answers = async (command: string, args: readonly string[]) =>
  run(command, args).then(
    () => true,
    () => false,
  );

/** Skips the tests of a client that this machine lacks, and says it where nobody overlooks it. */
function requireClient(isHere: boolean, name: string) {
  const reason = `${name} is not on this machine: its requests were sent as written out, not by itself`;
  if (!isHere) console.warn(`SKIPPED: ${reason}`);
  beforeEach(({ skip }) => skip(!isHere, reason));
}

const hasCurl = await answers('curl', ['--version']);
describe('cURL itself', () => {
  requireClient(hasCurl, 'curl');
  const curl = async (...args: string[]) => {
    const { stdout } = await run('curl', ['--silent', '--show-error', '--noproxy', '*', ...args]);
    return stdout;
  };
  const headers = ['-H', `Authorization: Bearer ${token}`, '-H', 'Content-Type: application/json'];

  it('with the address in quotes, brackets and all', async () => {
    const { target } = written['cURL, brackets as typed'];
    expect(JSON.parse(await curl('--globoff', '-X', 'GET', server.origin + target, ...headers))).toEqual(
      expected,
    );
    expect(received.at(-1)).toBe(`GET ${target}`);
  });

  it('with --get and --data-urlencode', async () => {
    const text = await curl(
      '--get',
      `${address}/${meraki.id}`,
      '--data-urlencode',
      `integrated_account_id=${meraki.account}`,
      '--data-urlencode',
      `organizations=${meraki.organizations}`,
      '--data-urlencode',
      'remote_query[note]=a & b',
      ...headers,
    );
    expect(JSON.parse(text)).toMatchObject({ id: meraki.id, status: 'active' });
    // Versions of curl differ in how they write a space.
    expect(received.at(-1)?.replaceAll('%20', '+')).toBe(
      `GET ${written['cURL, --get and --data-urlencode'].target}`,
    );
  });

  it('with --compressed, --head and --fail', async () => {
    const url = `${address}/${id}?integrated_account_id=${account}`;
    expect(JSON.parse(await curl('--compressed', url, ...headers))).toMatchObject({ id });
    expect(await curl('--head', url, ...headers)).toMatch(/^HTTP\/1\.1 200 OK\r\n[^{]*$/);
    await expect(
      curl('--fail', `${address}/unknown?integrated_account_id=${account}`, ...headers),
    ).rejects.toThrow('404');
  });
});

const hasRequests = await answers('python3', ['-c', 'import requests']);
describe('Python requests itself', () => {
  requireClient(hasRequests, 'Python requests');

  it('sends what is written out, and sees errors as it does anywhere', async () => {
    const script = `
import json, os, requests
url = os.environ["ADDRESS"] + "/" + os.environ["ID"]
headers = {"Authorization": "Bearer " + os.environ["TOKEN"], "Content-Type": "application/json"}
account = os.environ["ACCOUNT"]
params = {"integrated_account_id": account, "truto_exclude_fields[]": ["id", "name"], "truto_ignore_remote_data": True}
first = requests.get(url, headers=headers, params=params).json()
params = {"integrated_account_id": account, "truto_exclude_fields": ["id", "name"], "truto_ignore_remote_data": "true"}
second = requests.request("GET", url, headers=headers, params=params).json()
error = requests.get(url, headers=headers)
print(json.dumps([first, second, [error.status_code, error.reason, error.json()["message"]]]))
`;
    const before = received.length;
    const { stdout } = await run('python3', ['-c', script], {
      env: { ...process.env, ADDRESS: address, ID: id, ACCOUNT: account, TOKEN: token, NO_PROXY: '*' },
    });
    expect(JSON.parse(stdout)).toEqual([
      expected,
      expected,
      [400, 'Bad Request', 'integrated_account_id is required'],
    ]);
    expect(received.slice(before)).toEqual([
      `GET ${written['Python requests, a list under a name that ends in brackets, and its own True'].target}`,
      `GET ${written['Python requests, a list under a plain name'].target}`,
      `GET ${path}/${id}`,
    ]);
  });
});

describe('fetch of Node, as a page of another origin calls it', () => {
  it('asks first, then gets what it may read', async () => {
    const url = server.origin + written['cURL, brackets as typed'].target;
    const origin = 'https://dashboard.example';
    const preflight = await fetch(url, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization,content-type',
      },
    });
    expect(preflight.ok).toBe(true);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization,content-type');
    const response = await fetch(url, {
      method: 'GET',
      headers: { origin, Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(await response.json()).toEqual(expected);
  });
});

const executablePath = await findBrowser();
describe('fetch of a browser', () => {
  requireClient(executablePath !== undefined, 'a browser');

  it('in a page of another origin, asks first, then reads license, error and headers', async () => {
    const dashboard = await listen((_incoming, outgoing) => {
      outgoing.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Dashboard</title>');
    });
    const limited = find('Cisco Meraki, failures', '429');
    const addresses = {
      license: written['cURL, brackets as typed'].target,
      refused: `${path}/${limited.id}?integrated_account_id=${limited.account}&organizations=${limited.organizations}`,
    };
    const browser = await chromium.launch({
      ...(executablePath !== undefined && { executablePath }),
      args: chromiumArgs,
    });
    const page = await browser.newPage();
    await page.goto(dashboard.origin);
    const before = received.length;
    const seen = await page.evaluate(
      async ({ origin, bearer, license, refused }) => {
        const get = (target: string) =>
          fetch(origin + target, {
            method: 'GET',
            headers: { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/json' },
          });
        const error = await get(refused);
        return {
          license: await (await get(license)).json(),
          error: [error.status, error.headers.get('retry-after'), error.headers.get('ratelimit-limit')],
        };
      },
      { origin: server.origin, bearer: token, ...addresses },
    );
    expect(seen).toEqual({ license: expected, error: [429, '1', '10;w=1'] });
    expect(received.slice(before)).toEqual([
      `OPTIONS ${addresses.refused}`,
      `GET ${addresses.refused}`,
      `OPTIONS ${addresses.license}`,
      `GET ${addresses.license}`,
    ]);
    await browser.close();
    dashboard.close();
  }, 30_000);
});

describe('the TypeScript SDK, its retries written out', () => {
  interface Options {
    unified_model: string;
    resource: string;
    integrated_account_id: string;
    [parameter: string]: unknown;
  }
  const retried = new Set([408, 409, 425, 429, 502, 503, 504]);

  /** `get(id, options)`: at most three retries, at once except after 429. */
  async function get(
    id_: string,
    { unified_model, resource, ...query }: Options,
    wait: (ms: number) => void,
    origin = server.origin,
  ) {
    const url = `${origin}/unified/${unified_model}/${resource}/${encodeURIComponent(id_)}?${qs.stringify(query)}`;
    for (let retries = 0; ; retries += 1) {
      const response = await fetch(url, {
        headers: {
          Accept: 'application/json',
          Authorization: `Bearer ${token}`,
          'User-Agent': 'truto-ts-sdk/2.0.12',
        },
      });
      if (response.headers.get('content-type')?.includes('json') !== true) throw new Error('no JSON');
      if (response.ok) return { retries, data: await response.json() };
      const data = await response.json();
      if (!retried.has(response.status) || retries === 3) {
        return { retries, status: response.status, data };
      }
      if (response.status === 429) wait(Number(response.headers.get('retry-after') ?? 10) * 1_000);
    }
  }
  const neverWait = () => {
    throw new Error('nothing here is 429');
  };
  const options: Options = {
    unified_model: 'user-directory',
    resource: 'licenses',
    integrated_account_id: account,
    truto_exclude_fields: ['id', 'name'],
    truto_ignore_remote_data: true,
  };

  it('sends what is written out above', async () => {
    expect(await get(id, options, neverWait)).toEqual({ retries: 0, data: expected });
    expect(received.at(-1)).toBe(`GET ${written['the TypeScript SDK'].target}`);
  });

  it('with null, which it sends as an empty value', async () => {
    const { data } = await get(
      id,
      { ...options, organizations: null, remote_query: { next: null } },
      neverWait,
    );
    expect(data).toEqual(expected);
  });

  it('recovers by its own retries', async () => {
    const end = sandbox.fault({ kind: 'status', status: 502, times: 2 });
    expect(await get(id, options, neverWait)).toEqual({ retries: 2, data: expected });
    end();
  });

  it('gives up on a blocked account after three', async () => {
    const blocked = find('Salesforce, blocked');
    expect(
      await get(blocked.id, { ...options, integrated_account_id: blocked.account }, neverWait),
    ).toMatchObject({
      retries: 3,
      status: 503,
      data: { message: 'This integrated account is blocked' },
    });
  });

  it('waits as long as Retry-After says, and gets through', async () => {
    const clock = { now: 0 };
    const limited = fresh({ limits: true, now: () => clock.now });
    const limitedServer = await serve(limited.endpoint);
    for (let count = 0; count < 50; count += 1) await limited.get({ account, id });
    const advance = (ms: number) => {
      clock.now += ms;
    };
    expect(await get(id, options, advance, limitedServer.origin)).toEqual({ retries: 1, data: expected });
    expect(clock.now).toBe(10_000);
    limitedServer.close();
  });

  it('called as the page prints it, asks for an address that does not exist', async () => {
    const response = await fetch(
      `${server.origin}/unified/undefined/undefined/user-directory?0=l&1=i&2=c&3=e&4=n&5=s&6=e&7=s`,
      { headers: { Authorization: `Bearer ${token}` } },
    );
    expect(await response.json()).toMatchObject({ statusCode: 404, error: 'Not Found' });
  });
});
