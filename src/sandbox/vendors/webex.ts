import { accounts, type WebexLicense, type WebexUser } from '../accounts/webex.ts';
import type { VendorBody, VendorRequest, VendorResponse } from '../connectors/connector.ts';
import { print } from '../json.ts';

const json = { 'content-type': 'application/json' };

/** What Webex answers where it does not answer with a license. */
export type WebexFailure = 'unauthorized' | 'forbidden' | 'not_found' | 'too_many_requests' | 'server_error';

const failures: Readonly<Record<WebexFailure, VendorResponse>> = {
  unauthorized: failure(
    401,
    'The request requires a valid access token set in the Authorization request header.',
  ),
  forbidden: failure(403, 'Missing required scope: spark-admin:licenses_read'),
  not_found: failure(404, 'The requested resource could not be found.'),
  too_many_requests: failure(429, 'Too Many Requests', { 'retry-after': '12' }),
  server_error: failure(500, 'Something went wrong on the server.'),
};

function failure(
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): VendorResponse {
  return {
    status,
    headers: { ...json, ...headers },
    body: JSON.stringify({
      message,
      errors: [{ description: message }],
      trackingId: `ROUTER_00000000-0000-4000-8000-000000000${status}`,
    }),
  };
}

/** Webex at `https://webexapis.com/v1/licenses/{licenseId}`. */
export function answer({ url, headers }: VendorRequest): VendorResponse {
  const account = accounts.find(({ credential }) => headers['authorization'] === `Bearer ${credential}`);
  if (!account || account.status === 'needs_reauth' || account.refuses === 'unauthorized')
    return failures.unauthorized;
  if (account.refuses) return failures[account.refuses];
  const { pathname, searchParams, origin } = new URL(url);
  const [, id = ''] = /^\/v1\/licenses\/([^/]+)$/.exec(pathname) ?? [];
  const licenseId = decodeURIComponent(id);
  const license = account.licenses().find((one) => one.id === licenseId);
  if (!license) return failures.not_found;
  if (license.fails) return failures[license.fails];
  if (searchParams.get('includeAssignedTo') !== 'user')
    return { status: 200, headers: json, body: license.body };
  const { users, next } = page(license, searchParams);
  const link = new URL(`${origin}${pathname}?${searchParams}`);
  if (next !== undefined) link.searchParams.set('next', next);
  return {
    status: 200,
    headers: next === undefined ? json : { ...json, link: `<${link}>; rel="next"` },
    body: withUsers(license.body, users),
  };
}

/** At most 300 users a page; `next` is where the following one begins. */
function page({ users = [] }: WebexLicense, query: URLSearchParams) {
  const limit = Math.min(Math.max(Math.trunc(Number(query.get('limit') ?? 300)) || 300, 1), 300);
  const start = Math.max(Math.trunc(Number(query.get('next') ?? 0)) || 0, 0);
  const end = start + limit;
  return { users: users.slice(start, end), next: end < users.length ? String(end) : undefined };
}

/** The license's text with `users` as its last property, one user a piece. */
function withUsers(body: string, users: readonly WebexUser[]): VendorBody {
  return function* () {
    yield `${body.slice(0, body.lastIndexOf('\n}'))},\n  "users": [`;
    for (const [index, user] of users.entries()) {
      yield `${index === 0 ? '' : ','}\n${print(user).trimEnd().replace(/^/gm, '    ')}`;
    }
    yield users.length === 0 ? ']\n}\n' : '\n  ]\n}\n';
  };
}
