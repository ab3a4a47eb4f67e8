import type { VendorRequest, VendorResponse } from '../../connectors/connector.ts';
import type { TextBody } from '../../reply.ts';
import { print } from '../records.ts';
import { accounts } from './accounts.ts';
import { failures, json } from './failures.ts';
import type { WebexUser } from './licenses.ts';

/** Webex at `https://webexapis.com/v1/licenses/{licenseId}`. */
export function answer({ url, headers }: VendorRequest): VendorResponse {
  const account = accounts.find(({ credential }) => headers['authorization'] === `Bearer ${credential}`);
  if (!account) return failures.unauthorized;
  if (account.refuses) return account.refuses;
  const { pathname, searchParams, origin } = new URL(url);
  const [, id = ''] = /^\/v1\/licenses\/([^/]+)$/.exec(pathname) ?? [];
  const licenseId = decodeURIComponent(id);
  const license = account.licenses().find((one) => one.id === licenseId);
  if (!license) return failures.notFound;
  if (license.fails) return license.fails;
  if (!license.users || searchParams.get('includeAssignedTo') !== 'user') {
    return { status: 200, headers: json, body: license.body };
  }
  const { users, next } = page(license.users(), searchParams);
  const link = new URL(`${origin}${pathname}?${searchParams}`);
  if (next !== undefined) link.searchParams.set('next', next);
  return {
    status: 200,
    headers: next === undefined ? json : { ...json, link: `<${link}>; rel="next"` },
    body: withUsers(license.body, users),
  };
}

/** At most 300 users a page; `next` is where the following one begins. */
function page(users: readonly WebexUser[], query: URLSearchParams) {
  const limit = Math.min(Math.max(Math.trunc(Number(query.get('limit') ?? 300)) || 300, 1), 300);
  const start = Math.max(Math.trunc(Number(query.get('next') ?? 0)) || 0, 0);
  const end = start + limit;
  return { users: users.slice(start, end), next: end < users.length ? String(end) : undefined };
}

/** The license's text with `users` as its last property, one user a piece. */
function withUsers(body: string, users: readonly WebexUser[]): TextBody {
  return function* () {
    yield `${body.slice(0, body.lastIndexOf('\n}'))},\n  "users": [`;
    for (const [index, user] of users.entries()) {
      yield `${index === 0 ? '' : ','}\n${print(user).trimEnd().replace(/^/gm, '    ')}`;
    }
    yield users.length === 0 ? ']\n}\n' : '\n  ]\n}\n';
  };
}
