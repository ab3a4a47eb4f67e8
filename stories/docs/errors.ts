import type { LicenseErrorCode } from '../../src/client/index.ts';
import { licenseOf } from '../accounts.ts';
import type { Reach } from './reach.ts';

/** What the page on errors says of one code, and how its example comes about. */
export interface ErrorFacts {
  /** What happened. */
  readonly cause: string;
  /** What a host or an administrator can do. */
  readonly remedy: string;
  /** Added to what the query options say of asking again. */
  readonly retryNote?: string;
  readonly card: ReturnType<typeof licenseOf>;
  readonly reach: Reach;
}

const webex = licenseOf('webex', 'Meetings suite');

/** Every code. A code that is not here, or has no example that ends in it, fails the checks. */
export const errorFacts: Readonly<Record<LicenseErrorCode, ErrorFacts>> = {
  unauthorized: {
    cause: 'Your own route answered 401, or the account token was refused twice, or getToken threw.',
    remedy: 'Have the person sign in again.',
    retryNote: 'With getToken, once more with a new token.',
    card: webex,
    reach: { decision: () => new Response(null, { status: 401 }) },
  },
  reauth_required: {
    cause: 'The vendor answered 401: the connection was revoked or has expired.',
    remedy: 'Have the account connected again. Give onReconnect and the card offers it.',
    card: licenseOf('webex', 'Meetings suite', 'must be connected again'),
    reach: {},
  },
  forbidden: {
    cause: 'authorize returned null, or the vendor’s connection lacks a permission: see missingScopes.',
    remedy: 'Grant the permission, or connect the account with the scope that is named.',
    card: licenseOf('webex', 'Meetings suite', 'without the scope'),
    reach: {},
  },
  not_found: {
    cause: 'No such license, no such account, or a license that the account cannot see.',
    remedy: 'Check licenseId, integratedAccountId and, for Cisco Meraki, organizations.',
    card: { ...webex, licenseId: 'there-is-none' },
    reach: {},
  },
  invalid_request: {
    cause:
      'A parameter is missing or wrong: see missingParameters. Any other 4xx status is here as well, and a baseUrl or header that cannot be sent, such as a relative baseUrl where there is no page.',
    remedy: 'Give the parameter that is named. Without a status nothing was sent: check baseUrl and headers.',
    card: { ...licenseOf('cisco_meraki', '25 Systems Manager seats'), organizations: undefined },
    reach: {},
  },
  rate_limited: {
    cause:
      'Truto, the vendor or your own route asked to wait for more than 15 seconds, or Salesforce’s limit for the day is reached.',
    remedy:
      'Nothing: the card counts down and asks again. Salesforce’s limit names no time: try again later.',
    retryNote: 'The client itself waits up to 15 seconds in all before it says so.',
    card: webex,
    reach: { decision: () => new Response(null, { status: 429, headers: { 'retry-after': '30' } }) },
  },
  blocked: {
    cause: 'Truto has blocked the connected account.',
    remedy: 'Ask Truto’s support to release it. The card offers no button, because none would help.',
    card: licenseOf('webex', 'Meetings suite', 'blocked'),
    reach: {},
  },
  upstream: {
    cause:
      'Truto or the vendor answered with a 5xx status, or your route did: it could not reach Truto, or has no API token.',
    remedy: 'Try again later. Details has the status and the request id; the answer’s own text says more.',
    card: webex,
    reach: { fault: { kind: 'status', status: 502 } },
  },
  network: {
    cause: 'No answer came, or the connection broke before its end.',
    remedy: 'Check the connection, baseUrl and, across origins, CORS.',
    card: webex,
    reach: { fault: { kind: 'drop' }, isDirect: true },
  },
  timeout: {
    cause: 'The answer was not complete within timeoutMs, or a server answered 408.',
    remedy: 'Try again, or raise timeoutMs.',
    retryNote: 'A 408 is asked twice more.',
    card: webex,
    reach: { fault: { kind: 'stall' }, timeoutMs: 500 },
  },
  malformed: {
    cause:
      'What came is no license: no JSON, no id, larger than maxBytes, a redirect, or a 404 that is no JSON.',
    remedy: 'Check baseUrl: often a sign-in page or a catch-all route answers in place of the proxy.',
    card: webex,
    reach: { fault: { kind: 'html' } },
  },
};
