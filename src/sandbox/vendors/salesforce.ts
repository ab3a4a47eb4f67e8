import { accounts } from '../accounts/salesforce.ts';
import type { VendorRequest, VendorResponse } from '../connectors/connector.ts';
import { print } from '../json.ts';

const json = { 'content-type': 'application/json;charset=UTF-8' };

/** What Salesforce answers where it does not answer with a record. */
export type SalesforceFailure =
  | 'invalid_session'
  | 'api_disabled'
  | 'request_limit_exceeded'
  | 'not_found'
  | 'too_many_requests'
  | 'unknown_exception'
  | 'server_unavailable';

const failures: Readonly<Record<SalesforceFailure, VendorResponse>> = {
  invalid_session: failure(401, 'Session expired or invalid', 'INVALID_SESSION_ID', {
    'www-authenticate': 'Token',
  }),
  api_disabled: failure(403, 'The REST API is not enabled for this Organization.', 'API_DISABLED_FOR_ORG'),
  request_limit_exceeded: failure(403, 'TotalRequests Limit exceeded.', 'REQUEST_LIMIT_EXCEEDED', {
    'sforce-limit-info': 'api-usage=100001/100000',
  }),
  not_found: failure(404, 'The requested resource does not exist', 'NOT_FOUND'),
  too_many_requests: failure(429, 'Too many requests', 'REQUEST_LIMIT_EXCEEDED'),
  unknown_exception: failure(
    500,
    'An unexpected error occurred. Please include this ErrorId if you contact support: 0000000000-00000 (-000000000)',
    'UNKNOWN_EXCEPTION',
  ),
  server_unavailable: failure(503, 'The server is temporarily unable to respond', 'SERVER_UNAVAILABLE'),
};

function failure(
  status: number,
  message: string,
  errorCode: string,
  headers: Readonly<Record<string, string>> = {},
): VendorResponse {
  return { status, headers: { ...json, ...headers }, body: JSON.stringify([{ message, errorCode }]) };
}

/** Salesforce at `https://{MyDomain}.my.salesforce.com/services/data/v67.0/sobjects/{Object}/{Id}`. */
export function answer({ url, headers }: VendorRequest): VendorResponse {
  const { origin, pathname, searchParams } = new URL(url);
  const account = accounts.find(
    (one) => one.origin === origin && headers['authorization'] === `Bearer ${one.credential}`,
  );
  if (!account || account.status === 'needs_reauth' || account.refuses === 'invalid_session') {
    return failures.invalid_session;
  }
  if (account.refuses) return failures[account.refuses];
  const [, object = '', id = ''] =
    /^\/services\/data\/v67\.0\/sobjects\/(\w+)\/([^/]+)$/.exec(pathname) ?? [];
  const licenseId = decodeURIComponent(id);
  const license = account.licenses().find((one) => one.id === licenseId && one.object === object);
  if (!license) return failures.not_found;
  if (license.fails) return failures[license.fails];
  const fields = searchParams.get('fields');
  return {
    status: 200,
    headers: { ...json, 'sforce-limit-info': 'api-usage=1042/100000' },
    body: fields === null ? license.body : select(license.body, fields),
  };
}

/** The record with `attributes` and the named fields alone. */
function select(body: string, fields: string): string {
  const names = new Set(['attributes', ...fields.split(',')]);
  const record: unknown = JSON.parse(body);
  return print(Object.fromEntries(Object.entries(Object(record)).filter(([name]) => names.has(name))));
}
