import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isLicenseError, LicenseError, type LicenseErrorCode } from '../../src/client/index.ts';
import { licenseQueryOptions } from '../../src/query/index.ts';
import type { FaultKind } from '../../src/sandbox/index.ts';
import { connect, rejection } from './endpoint.ts';

beforeEach(() => {
  vi.useFakeTimers();
  // Nothing is tried again on a server.
  vi.stubGlobal('window', {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const directory = new URL('../fixtures/errors/', import.meta.url);

interface Fixture {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

/** An answer of Truto's own as it stands; a vendor's wrapped as the unified API documents it. */
function answer(name: string): Response {
  const fixture: Fixture = JSON.parse(readFileSync(new URL(`${name}.json`, directory), 'utf8'));
  const { status, headers } = fixture;
  const wrapped = {
    statusCode: status,
    error: '',
    message: '',
    truto_is_remote_error: true,
    raw_response: fixture.body,
  };
  return Response.json(name.startsWith('truto-') ? fixture.body : wrapped, {
    status,
    headers: { ...headers, 'content-type': 'application/json' },
  });
}

async function fail(
  make: () => Response,
  timeoutMs = 15_000,
): Promise<{ error: LicenseError; isRetried: boolean }> {
  const { client } = connect({ fetch: async () => make(), timeoutMs });
  const call = rejection(client.license({ licenseId: '1' }));
  await vi.advanceTimersByTimeAsync(60_000);
  const error = await call;
  if (!isLicenseError(error)) throw error;
  const { retry } = licenseQueryOptions(client, { licenseId: '1' });
  expect(retry(2, error)).toBe(false);
  return { error, isRetried: retry(0, error) && retry(1, error) };
}

/** Every documented answer: the code it becomes, whether a query tries it again, and what the error says first. */
const documented: Record<string, [LicenseErrorCode, boolean, string]> = {
  'truto-400-missing-integrated-account': ['invalid_request', false, 'integrated_account_id is required'],
  'truto-400-missing-organizations': ['invalid_request', false, 'organizations is required'],
  'truto-401-bad-token': ['unauthorized', false, 'Invalid or expired token'],
  'truto-401-needs-reauth': ['reauth_required', false, 'The request requires a valid access token'],
  'truto-403-missing-scopes': ['forbidden', false, 'Missing required scope: spark-admin:licenses_read'],
  'truto-403-token-not-allowed': ['forbidden', false, 'This token cannot access this endpoint'],
  'truto-404-remote': ['not_found', false, 'The requested resource does not exist'],
  'truto-404-remote-empty-message': ['not_found', false, 'The account sees no such license'],
  'truto-404-unsupported-resource': ['not_found', false, 'Resource not supported for this integration'],
  'truto-405-sandbox-write': ['invalid_request', false, 'Sandbox accounts are read-only'],
  'truto-429-own-limit': ['rate_limited', false, 'Rate limit exceeded'],
  'truto-429-remote': ['rate_limited', false, 'API rate limit exceeded for organization'],
  'truto-500': ['upstream', true, 'Something went wrong'],
  'truto-502-bad-gateway': ['upstream', true, 'No clean response from the provider'],
  'truto-503-account-blocked': ['blocked', false, 'This integrated account is blocked'],
  'meraki-400-not-per-device-licensing': [
    'invalid_request',
    false,
    'Organization with ID 900100200 does not support',
  ],
  'meraki-401': ['reauth_required', false, 'Missing API key'],
  'meraki-403': ['forbidden', false, 'You do not have permission to perform this action'],
  'meraki-404': ['not_found', false, 'License not found'],
  'meraki-404-empty-body': ['not_found', false, 'The account sees no such license'],
  'meraki-429': ['rate_limited', false, 'API rate limit exceeded for organization'],
  'meraki-500': ['upstream', true, 'The request cannot be processed'],
  'salesforce-401': ['reauth_required', false, 'Session expired or invalid'],
  'salesforce-403-forbidden': ['forbidden', false, 'The REST API is not enabled for this Organization'],
  'salesforce-403-request-limit': ['rate_limited', false, 'TotalRequests Limit exceeded'],
  'salesforce-404': ['not_found', false, 'The requested resource does not exist'],
  'salesforce-429': ['rate_limited', false, 'Too many requests'],
  'salesforce-500': ['upstream', true, 'An unexpected error occurred'],
  'salesforce-503': ['upstream', true, 'The server is temporarily unable to respond'],
  'webex-401': ['reauth_required', false, 'The request requires a valid access token'],
  'webex-403': ['forbidden', false, 'Missing required scope: spark-admin:licenses_read'],
  'webex-404': ['not_found', false, 'The requested resource could not be found'],
  'webex-429': ['rate_limited', false, 'Too Many Requests'],
  'webex-500': ['upstream', true, 'Something went wrong on the server'],
};

describe('documented answers', () => {
  it('are all in the table', () => {
    const names = readdirSync(directory).map((file) => file.replace('.json', ''));
    expect(Object.keys(documented).sort()).toEqual(names.sort());
  });

  it.each(Object.entries(documented))('%s', async (name, [code, isRetried, text]) => {
    const failure = await fail(() => answer(name));
    expect(failure.error).toMatchObject({ name: 'LicenseError', code, status: answer(name).status });
    expect(failure.isRetried).toBe(isRetried);
    expect(failure.error.message).toMatch(new RegExp(`^${code} ${failure.error.status}: ${text}`));
    expect(failure.error.isRemote).toBe(!name.startsWith('truto-') || /remote|reauth|scopes/.test(name));
  });

  it('name what is missing, by our names', async () => {
    const { error } = await fail(() => answer('truto-400-missing-organizations'));
    expect(error.missingParameters).toEqual(['organizations']);
    const insight = { missing_required_query_parameters: { value: ['integrated_account_id', 'other'] } };
    const { error: renamed } = await fail(() =>
      Response.json({ truto_error_insight: insight }, { status: 400 }),
    );
    expect(renamed.missingParameters).toEqual(['integratedAccountId', 'other']);
    const { error: scopes } = await fail(() => answer('truto-403-missing-scopes'));
    expect(scopes.missingScopes).toEqual(['spark-admin:licenses_read']);
  });
});

describe('statuses', () => {
  it.each<[number, LicenseErrorCode, boolean]>([
    [302, 'malformed', false],
    [400, 'invalid_request', false],
    [401, 'unauthorized', false],
    [403, 'forbidden', false],
    [404, 'not_found', false],
    [405, 'invalid_request', false],
    [408, 'timeout', true],
    [409, 'invalid_request', false],
    [410, 'invalid_request', false],
    [414, 'invalid_request', false],
    [422, 'invalid_request', false],
    [429, 'rate_limited', false],
    [500, 'upstream', true],
    [502, 'upstream', true],
    [503, 'blocked', false],
    [504, 'upstream', true],
    [599, 'upstream', true],
  ])('%i is %s, tried again: %s', async (status, code, isRetried) => {
    const failure = await fail(() =>
      Response.json({ statusCode: status, error: '', message: 'm' }, { status }),
    );
    expect([failure.error.code, failure.isRetried]).toEqual([code, isRetried]);
  });

  it('takes a 503 that is not in Truto’s words for a server that is down', async () => {
    const { error, isRetried } = await fail(() => new Response('<h1>Busy</h1>', { status: 503 }));
    expect([error.code, isRetried, error.vendorMessage]).toEqual(['upstream', true, undefined]);
  });

  it.each(['', '<!doctype html><h1>Not found</h1>'])(
    'does not take a 404 of a server without the route for a license that is missing: %j',
    async (body) => {
      const { error, isRetried } = await fail(() => new Response(body, { status: 404 }));
      expect([error.code, isRetried]).toEqual(['malformed', false]);
    },
  );

  it('does not follow a redirect, which might carry a token elsewhere', async () => {
    const { client } = connect({
      fetch: async (input) => {
        expect(new Request(input).redirect).toBe('manual');
        return new Response(null, { status: 302, headers: { location: 'https://elsewhere.example/' } });
      },
    });
    expect(await rejection(client.license({ licenseId: '1' }))).toMatchObject({
      code: 'malformed',
      status: 302,
    });
  });
});

/** Every fault of the embedded endpoint; null where a license comes all the same. */
const faults: Record<FaultKind, [LicenseErrorCode | null, boolean, string]> = {
  status: ['upstream', true, 'Truto or the vendor failed'],
  latency: [null, false, ''],
  drop: ['network', true, 'the connection was lost'],
  truncate: ['malformed', false, 'The body is no JSON'],
  stall: ['timeout', false, 'The answer took too long'],
  empty: ['malformed', false, 'The body is empty'],
  html: ['malformed', false, 'The body is no JSON'],
  not_json: ['malformed', false, 'The body is no JSON'],
  wrong_shape: ['malformed', false, 'The body has no id'],
  wrong_type: [null, false, ''],
  wrong_content_type: [null, false, ''],
  huge: ['malformed', false, 'The body is over maxBytes, 33554432'],
};

describe('faults', () => {
  it.each(Object.entries(faults))('%s', async (kind, [code, isRetried, text]) => {
    const { sandbox, client, sample } = connect();
    sandbox.fault({ kind: Object.keys(faults).find((one): one is FaultKind => one === kind) ?? 'status' });
    const params = sample('salesforce');
    const startedAt = Date.now();
    const call = client.license(params).then(
      ({ license }) => ({ id: license.id, error: null, endedAt: Date.now() }),
      (error: unknown) => ({ id: null, error, endedAt: Date.now() }),
    );
    await vi.advanceTimersByTimeAsync(15_000);
    const { id, error, endedAt } = await call;
    expect(endedAt - startedAt).toBeLessThanOrEqual(15_000);
    const failure = isLicenseError(error) ? error : null;
    expect({ code: failure?.code ?? null, id }).toEqual({ code, id: code ? null : params.licenseId });
    expect(failure?.message ?? '').toContain(text);
    expect(failure !== null && licenseQueryOptions(client, params).retry(0, failure)).toBe(isRetried);
  });

  it('leave out fields of a wrong type, and name them', async () => {
    const { sandbox, client, sample } = connect();
    sandbox.fault({ kind: 'wrong_type' });
    const { license, issues } = await client.license(sample('salesforce'));
    expect(license).not.toHaveProperty('assigned_quantity');
    expect(issues).toContainEqual({ path: ['assigned_quantity'], expected: 'number', received: 'string' });
  });
});

describe('vendorMessage', () => {
  const remote =
    (raw_response: unknown, message = '') =>
    () =>
      Response.json({ statusCode: 400, message, truto_is_remote_error: true, raw_response }, { status: 400 });

  it.each<[string, unknown, string | undefined]>([
    ['{ errors: [text] }', { errors: ['No such organization'] }, 'No such organization'],
    ['[{ message }]', [{ message: 'Not here', errorCode: 'NOT_FOUND' }], 'Not here'],
    ['{ errors: [{ description }] }', { errors: [{ description: 'Sign in' }] }, 'Sign in'],
    ['{ error: { detail } }', { error: { detail: 'Deep' } }, 'Deep'],
    ['text', '  plain words \n', 'plain words'],
    ['HTML', '<!doctype html><h1>Oops</h1>', undefined],
    ['HTML inside JSON', { message: '<b>bold</b>', detail: 'plain' }, 'plain'],
    ['nothing', '', undefined],
    ['null', null, undefined],
    ['numbers', { message: 42 }, undefined],
  ])('reads %s', async (_, raw, expected) => {
    expect((await fail(remote(raw))).error.vendorMessage).toBe(expected);
  });

  it('is the message where there is one, and nothing where the vendor did not fail', async () => {
    expect((await fail(remote({ errors: ['raw'] }, 'said'))).error.vendorMessage).toBe('said');
    const own = () => Response.json({ statusCode: 400, message: 'own' }, { status: 400 });
    expect((await fail(own)).error.vendorMessage).toBeUndefined();
  });

  it('stays short and quick whatever comes', async () => {
    let deep: unknown = 'found';
    for (let depth = 0; depth < 2000; depth += 1) deep = { errors: [deep] };
    expect((await fail(remote(deep))).error.vendorMessage).toBeUndefined();
    expect((await fail(remote('x'.repeat(100_000)))).error.vendorMessage).toHaveLength(300);
  });
});

describe('isLicenseError', () => {
  it('goes by a mark, so that a second copy of the package counts', async () => {
    vi.resetModules();
    const copy = await import('../../src/client/index.ts');
    const error = new copy.LicenseError({ code: 'blocked' });
    expect(error).not.toBeInstanceOf(LicenseError);
    expect(isLicenseError(error)).toBe(true);
  });

  it.each([new Error('x'), new DOMException('x', 'AbortError'), { code: 'blocked' }, null, 'x'])(
    'denies %s',
    (other) => {
      expect(isLicenseError(other)).toBe(false);
    },
  );
});
