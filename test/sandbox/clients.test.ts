/**
 * The five clients that Truto's page shows, by the requests they send over HTTP. cURL, `fetch` and Python `requests`
 * are run themselves where the machine has them. Truto's SDKs cannot be installed here, so their requests are written
 * out from their published source: same address, same encoding, same headers, same retries.
 */
import { execFile } from 'node:child_process';
import { connect } from 'node:net';
import { promisify } from 'node:util';
import qs from 'qs';
import { afterAll, describe, expect, it } from 'vitest';
import { fresh, serve } from './support.ts';

const run = promisify(execFile);
const { endpoint, sandbox, find } = fresh();
const server = await serve(endpoint);
afterAll(() => server.close());

const { account, id } = find('Salesforce');
const meraki = find('Cisco Meraki');
const token = sandbox.token;
const address = `${server.origin}/unified/user-directory/licenses`;

/** The license without what the requests below exclude. */
const expected = {
  assigned_quantity: 97,
  available_quantity: 120,
  created_at: '2021-03-09T14:05:41.000+0000',
  updated_at: '2026-08-17T06:12:03.000+0000',
  status: 'active',
  is_paid: true,
};

const answers = async (command: string, args: readonly string[]) =>
  run(command, args).then(
    () => true,
    () => false,
  );
const hasCurl = await answers('curl', ['--version']);
const hasRequests = await answers('python3', ['-c', 'import requests']);
if (!hasCurl) console.warn('SKIPPED: curl is not on this machine, so its requests were not sent');
if (!hasRequests)
  console.warn('SKIPPED: Python requests is not on this machine, so its requests were not sent');

describe.skipIf(!hasCurl)('cURL', () => {
  const curl = async (...args: string[]) => {
    const { stdout } = await run('curl', ['--silent', '--show-error', ...args]);
    return stdout;
  };
  const headers = ['-H', `Authorization: Bearer ${token}`, '-H', 'Content-Type: application/json'];

  it('with the address in quotes, brackets and all', async () => {
    const url = `${address}/${id}?integrated_account_id=${account}&truto_exclude_fields[]=id&truto_exclude_fields[]=name&truto_ignore_remote_data=true`;
    expect(JSON.parse(await curl('--globoff', '-X', 'GET', url, ...headers))).toEqual(expected);
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

describe('fetch, as a page of another origin calls it', () => {
  it('asks first, then gets what it may read', async () => {
    const url = `${address}/${id}?integrated_account_id=${account}&truto_exclude_fields[]=id&truto_exclude_fields[]=name&truto_ignore_remote_data=true`;
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

describe.skipIf(!hasRequests)('Python requests', () => {
  const python = async (script: string) => {
    const { stdout } = await run('python3', ['-c', script], {
      env: { ...process.env, ADDRESS: address, ID: id, ACCOUNT: account, TOKEN: token, NO_PROXY: '*' },
    });
    return JSON.parse(stdout);
  };
  const preamble = [
    'import json, os, requests',
    'url = os.environ["ADDRESS"] + "/" + os.environ["ID"]',
    'headers = {"Authorization": "Bearer " + os.environ["TOKEN"], "Content-Type": "application/json"}',
    'account = os.environ["ACCOUNT"]',
  ];

  it('with lists as params, which it sends as repeated names, and its own True', async () => {
    const body = await python(
      [
        ...preamble,
        'params = {"integrated_account_id": account, "truto_exclude_fields[]": ["id", "name"], "truto_ignore_remote_data": True}',
        'print(json.dumps(requests.get(url, headers=headers, params=params).json()))',
      ].join('\n'),
    );
    expect(body).toEqual(expected);
  });

  it('with lists under a name without brackets', async () => {
    const body = await python(
      [
        ...preamble,
        'params = {"integrated_account_id": account, "truto_exclude_fields": ["id", "name"], "truto_ignore_remote_data": "true"}',
        'print(json.dumps(requests.request("GET", url, headers=headers, params=params).json()))',
      ].join('\n'),
    );
    expect(body).toEqual(expected);
  });

  it('sees errors as it does anywhere', async () => {
    const body = await python(
      [
        ...preamble,
        'response = requests.get(url, headers=headers)',
        'print(json.dumps([response.status_code, response.reason, response.json()["message"]]))',
      ].join('\n'),
    );
    expect(body).toEqual([400, 'Bad Request', 'integrated_account_id is required']);
  });
});

describe('the TypeScript SDK (2.0.12, its requests written out)', () => {
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
  ) {
    const url = `${server.origin}/unified/${unified_model}/${resource}/${encodeURIComponent(id_)}?${qs.stringify(query)}`;
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

  it('with indexed, percent-encoded arrays', async () => {
    expect(qs.stringify(options)).toContain('truto_exclude_fields%5B0%5D=id');
    expect(await get(id, options, neverWait)).toEqual({ retries: 0, data: expected });
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
    const ask = () =>
      fetch(
        `${limitedServer.origin}/unified/user-directory/licenses/${id}?integrated_account_id=${account}`,
        {
          headers: { Authorization: `Bearer ${token}` },
        },
      );
    for (let count = 0; count < 50; count += 1) await (await ask()).text();
    const refused = await ask();
    expect(refused.status).toBe(429);
    clock.now += Number(refused.headers.get('retry-after')) * 1_000;
    expect((await ask()).status).toBe(200);
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

describe('the Python SDK (its request written out, byte by byte)', () => {
  /** `unified_api.get(model, resource, id, query)`: aiohttp sends the id as it is, and brackets percent-encoded. */
  const request = (id_: string, query: string) =>
    [
      `GET /unified/user-directory/licenses/${id_}?${query} HTTP/1.1`,
      `Host: 127.0.0.1:${server.port}`,
      `Authorization: Bearer ${token}`,
      'Accept: */*',
      'Accept-Encoding: gzip, deflate',
      'User-Agent: Python/3.11 aiohttp/3.9.5',
      'Connection: close',
      '',
      '',
    ].join('\r\n');
  const send = (bytes: string) =>
    new Promise<string>((resolve, reject) => {
      let text = '';
      connect(server.port, '127.0.0.1')
        .on('data', (chunk) => {
          text += String(chunk);
        })
        .on('end', () => resolve(text))
        .on('error', reject)
        .write(bytes);
    });

  it('with a list under a name that ends in brackets', async () => {
    const query = `integrated_account_id=${account}&truto_exclude_fields%5B%5D=id&truto_exclude_fields%5B%5D=name&truto_ignore_remote_data=true`;
    const answer = await send(request(id, query));
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toEqual(expected);
  });

  it('with the long id of a Webex license, not encoded', async () => {
    const webex = find('Webex');
    const answer = await send(request(webex.id, `integrated_account_id=${webex.account}`));
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toMatchObject({ id: webex.id });
  });
});
