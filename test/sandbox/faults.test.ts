import { afterAll, describe, expect, expectTypeOf, it } from 'vitest';
import type { Fault, FaultKind, Sandbox } from '../../src/sandbox/index.ts';
import { fresh, licensePath, serve } from './support.ts';

const { endpoint, sandbox, find } = fresh();
const server = await serve(endpoint);
afterAll(() => server.close());

const reservedFor = (kind: FaultKind) => ({
  account: find('one license a fault').account,
  id: `fault-${kind.replaceAll('_', '-')}`,
});
const headers = { authorization: `Bearer ${sandbox.token}` };

/** The same faults, by both ways a client can reach the endpoint. */
const transports = {
  'in this process': (target: ReturnType<typeof reservedFor>, init: RequestInit = {}) =>
    sandbox.fetch(`https://api.truto.one${licensePath(target)}`, { headers, ...init }),
  'over HTTP': (target: ReturnType<typeof reservedFor>, init: RequestInit = {}) =>
    fetch(server.origin + licensePath(target), { headers, ...init }),
};

describe.each(Object.entries(transports))('the reserved license, %s,', (_, ask) => {
  it('for status answers 500 in the documented shape', async () => {
    const response = await ask(reservedFor('status'));
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ statusCode: 500, error: 'Internal Server Error' });
  });

  it('for drop loses the connection', async () => {
    await expect(ask(reservedFor('drop'))).rejects.toThrow(TypeError);
  });

  it('for truncate ends in the middle of the body', async () => {
    const text = await (await ask(reservedFor('truncate'))).text();
    expect(text).toMatch(/^\{"id":"fault-truncate"/);
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
  });

  it('for stall begins, and errors only when the caller gives up', async () => {
    const abort = new AbortController();
    const response = await ask(reservedFor('stall'), { signal: abort.signal });
    expect(response.status).toBe(200);
    const reader = response.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('{');
    const rest = reader?.read();
    abort.abort();
    await expect(rest).rejects.toThrow('aborted');
  });

  it('for latency gives up with the caller', async () => {
    const abort = new AbortController();
    const answer = ask(reservedFor('latency'), { signal: abort.signal });
    abort.abort();
    await expect(answer).rejects.toThrow('aborted');
  });

  it('for empty has no body', async () => {
    const response = await ask(reservedFor('empty'));
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });

  it('for html is a web page', async () => {
    const response = await ask(reservedFor('html'));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await response.text()).toMatch(/^<!doctype html>/);
  });

  it('for not_json says that it is JSON and is not', async () => {
    const response = await ask(reservedFor('not_json'));
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    await expect(response.json()).rejects.toThrow(SyntaxError);
  });

  it('for wrong_shape is JSON without a license', async () => {
    expect(await (await ask(reservedFor('wrong_shape'))).json()).not.toHaveProperty('id');
  });

  it('for wrong_type has the id, and fields of other types', async () => {
    expect(await (await ask(reservedFor('wrong_type'))).json()).toMatchObject({
      id: 'fault-wrong-type',
      name: expect.any(Number),
      assigned_quantity: expect.any(String),
    });
  });

  it('for wrong_content_type is the license as plain text', async () => {
    const response = await ask(reservedFor('wrong_content_type'));
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(await response.json()).toMatchObject({ id: 'fault-wrong-content-type', assigned_quantity: 62 });
  });

  it('for huge goes on past 64 MiB, made while it is read', async () => {
    const response = await ask(reservedFor('huge'));
    let bytes = 0;
    for await (const chunk of response.body ?? []) bytes += chunk.length;
    expect(bytes).toBeGreaterThan(64 * 1024 * 1024);
  });
});

describe('fault', () => {
  it('strikes every request until it is removed', async () => {
    const { sandbox: own, get, find: findOwn } = fresh();
    const end = own.fault({ kind: 'status', status: 502 });
    expect((await get(findOwn('Webex'))).status).toBe(502);
    expect((await get(findOwn('Salesforce'))).status).toBe(502);
    end();
    expect((await get(findOwn('Webex'))).status).toBe(200);
  });

  it('strikes so many times', async () => {
    const { sandbox: own, get, find: findOwn } = fresh();
    own.fault({ kind: 'status', status: 503, times: 2 });
    const statuses = [];
    for (let count = 0; count < 3; count += 1) statuses.push((await get(findOwn('Webex'))).status);
    expect(statuses).toEqual([503, 503, 200]);
    own.fault({ kind: 'status', times: 0 });
    expect((await get(findOwn('Webex'))).status).toBe(200);
  });

  it('strikes one account, or one license, alone', async () => {
    const { sandbox: own, get, find: findOwn } = fresh();
    const { account, id } = findOwn('Webex');
    own.fault({ kind: 'empty', account });
    own.fault({ kind: 'status', license: id });
    expect(await (await get(findOwn('Webex', 'Five users'))).text()).toBe('');
    expect((await get(findOwn('Webex, 200 licenses'))).status).toBe(200);
    expect((await get({ id, account: findOwn('Salesforce').account })).status).toBe(500);
  });

  it('lets the answer wait, then be what another fault makes of it', async () => {
    const { sandbox: own, get, find: findOwn } = fresh();
    own.fault({ kind: 'latency', latencyMs: 1 });
    own.fault({ kind: 'status', status: 504 });
    expect((await get(findOwn('Webex'))).status).toBe(504);
  });

  it('of latency ends with its caller, not with its time', async () => {
    const { sandbox: own, get, find: findOwn } = fresh();
    own.fault({ kind: 'latency', latencyMs: 3_600_000 });
    const abort = new AbortController();
    const answer = get(findOwn('Webex'), { headers, signal: abort.signal });
    abort.abort(new Error('changed my mind'));
    await expect(answer).rejects.toThrow('changed my mind');
  });

  it('is known to its own sandbox alone', async () => {
    const one = fresh();
    const other = fresh();
    one.sandbox.fault({ kind: 'drop' });
    expect((await other.get(other.find('Webex'))).status).toBe(200);
  });

  it.each([200, 399, 600, 502.5, Number.NaN])('refuses %s as the status of an error', (status) => {
    expect(() => sandbox.fault({ kind: 'status', status })).toThrow(RangeError);
  });

  it('has the documented type', () => {
    expectTypeOf<Sandbox['fault']>().toEqualTypeOf<(fault: Fault) => () => void>();
    expectTypeOf<Fault>().toEqualTypeOf<{
      account?: string;
      license?: string;
      kind: FaultKind;
      times?: number;
      status?: number;
      latencyMs?: number;
    }>();
    // @ts-expect-error a fault without a kind is none
    expectTypeOf(sandbox.fault).toBeCallableWith({ times: 1 });
    // @ts-expect-error nor is one of an unknown kind
    expectTypeOf(sandbox.fault).toBeCallableWith({ kind: 'flood' });
  });

  it('comes after the checks of the endpoint', async () => {
    const { sandbox: own, get, find: findOwn } = fresh();
    own.fault({ kind: 'html' });
    expect((await get(findOwn('Webex'), { headers: {} })).status).toBe(401);
    expect((await get({ ...findOwn('Cisco Meraki'), organizations: undefined })).status).toBe(400);
  });
});

it('a request that was given up before it began is not answered', async () => {
  await expect(
    sandbox.fetch('https://api.truto.one/', { signal: AbortSignal.abort(new Error('changed my mind')) }),
  ).rejects.toThrow('changed my mind');
});
