import type { ResponseFormat } from '../client/index.ts';
import { errorBody, refusal } from './envelope.ts';
import { readRoute } from './route.ts';

/** What {@link LicenseProxyOptions.authorize} is asked. */
export interface LicenseAccess {
  /** The browser's request, with its cookies and headers. Its body is empty. */
  request: Request;
  /** The license that is asked for. */
  licenseId: string;
  /** The account the browser names, where it names one: a wish, not a right. */
  integratedAccountId?: string;
}

/** The host's answer: the account this caller may read, null to refuse with 403, or a response of its own. */
export type LicenseDecision = { integratedAccountId: string } | Response | null;

export interface LicenseProxyOptions {
  /** Truto's API token. It is sent to `baseUrl` and nowhere else. */
  token: string;
  /**
   * Decides which account this caller may read. When the browser names another one the request is refused.
   * What it throws is the host's to handle: the proxy's promise rejects with it.
   */
  authorize: (access: LicenseAccess) => LicenseDecision | Promise<LicenseDecision>;
  /** Where Truto's API is. @default 'https://api.truto.one' */
  baseUrl?: string;
  /** How upstream is reached, for instance `sandbox.fetch`. @default the global fetch */
  fetch?: (request: Request) => Promise<Response>;
  /** Response formats that may be asked for. `debug` can show vendor credentials: keep it off. @default ['unified', 'raw'] */
  formats?: readonly ResponseFormat[];
  /** Milliseconds that Truto has for the whole answer, body included. @default 30_000 */
  timeoutMs?: number;
}

/** The upstream headers that reach the browser. */
const passedHeaders = [
  'retry-after',
  'ratelimit-limit',
  'ratelimit-remaining',
  'ratelimit-reset',
  'x-request-id',
];

const json = /^application\/(?:[\w.-]+\+)?json\b/i;

/**
 * One route handler for the host's own backend: it holds the API token, asks `authorize` which account the caller may
 * read, and passes one license through. Mount it at any path in front of `/unified/user-directory/licenses/{id}`.
 *
 * Anything but a license is answered 4xx without a call to Truto; when Truto is not reached the answer is 502 or 504.
 * All errors have Truto's shape.
 *
 * @example
 * const proxy = createLicenseProxy({
 *   token: process.env.TRUTO_API_TOKEN,
 *   authorize: async ({ request }) => {
 *     const user = await session(request);
 *     return user ? { integratedAccountId: user.accountId } : null;
 *   },
 * });
 * export const GET = proxy;
 */
export function createLicenseProxy({
  token,
  authorize,
  baseUrl = 'https://api.truto.one',
  fetch = (request) => globalThis.fetch(request),
  formats = ['unified', 'raw'],
  timeoutMs = 30_000,
}: LicenseProxyOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    const route = readRoute(request, formats);
    if (route instanceof Response) return protect(route);
    const { licenseId, integratedAccountId, search } = route;
    const decision = await authorize({
      request,
      licenseId,
      ...(integratedAccountId === undefined ? {} : { integratedAccountId }),
    });
    if (decision instanceof Response) return decision;
    if (!decision || (integratedAccountId ?? decision.integratedAccountId) !== decision.integratedAccountId) {
      return protect(refusal(403, 'You may not read licenses of this account.'));
    }
    search.set('integrated_account_id', decision.integratedAccountId);

    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      const upstream = await fetch(
        new Request(
          `${baseUrl.replace(/\/+$/, '')}/unified/user-directory/licenses/${encodeURIComponent(licenseId)}?${search}`,
          {
            headers: { accept: 'application/json', authorization: `Bearer ${token}` },
            // A redirect could lead the token elsewhere.
            redirect: 'manual',
            signal: AbortSignal.any([request.signal, timeout]),
          },
        ),
      );
      return protect(await answer(upstream));
    } catch (error) {
      if (request.signal.aborted) throw error;
      return protect(
        timeout.aborted
          ? refusal(504, `Truto did not answer within ${timeoutMs} ms.`)
          : refusal(502, 'Truto could not be reached.'),
      );
    }
  };
}

async function answer(upstream: Response): Promise<Response> {
  const headers = new Headers();
  for (const name of passedHeaders) {
    const value = upstream.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  if (upstream.ok) {
    const type = upstream.headers.get('content-type') ?? '';
    // Other types could run as a page of the host's when opened by itself.
    headers.set('content-type', json.test(type) ? type : 'text/plain; charset=utf-8');
    return new Response(upstream.body, { status: upstream.status, headers });
  }
  const body = errorBody(upstream.status, await upstream.text());
  if (upstream.status < 400) return refusal(502, 'Truto answered with a redirect, which is not followed.');
  if (upstream.status === 401 && body['truto_is_remote_error'] !== true) {
    // The host's own token is at fault: nothing the person before the browser could sign in to.
    return refusal(502, 'Truto refused the API token of this server.', headers);
  }
  return Response.json(body, { status: upstream.status, headers });
}

function protect(response: Response): Response {
  response.headers.set('cache-control', 'private, no-store');
  response.headers.set('x-content-type-options', 'nosniff');
  if (!response.headers.has('x-request-id')) response.headers.set('x-request-id', crypto.randomUUID());
  return response;
}
