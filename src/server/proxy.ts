import type { ResponseFormat } from '../client/index.ts';
import { answer } from './answer.ts';
import { addCorsHeaders, answerPreflight, checkOrigins, isPreflight, refuseForeignPage } from './cors.ts';
import { Deadline } from './deadline.ts';
import { Journal, type LicenseProxyEvent } from './event.ts';
import { createFieldEditor, type LicenseProxyFields } from './fields.ts';
import { Refusal } from './refusal.ts';
import { readLicenseId, readRoute } from './route.ts';

/** What {@link LicenseProxyOptions.authorize} is asked. */
export interface LicenseAccess {
  /** The browser's request, with its cookies and headers. It has no body. */
  request: Request;
  /** The license that is asked for. */
  licenseId: string;
  /** The account the browser names, where it names one: a wish, not a right. */
  integratedAccountId?: string;
  /** The vendor's scope that is asked for; Cisco Meraki alone reads it. */
  organizations?: string;
}

/** The account that the caller may read; who the caller is, for the log. */
export interface LicenseGrant {
  /** Best from the host's own record of the caller, never an echo of what was asked. */
  integratedAccountId: string;
  /** The host's own name or id of the caller, for {@link LicenseProxyOptions.onEvent}. */
  user?: string | undefined;
}

/** The host's answer: the account this caller may read, null to refuse with 403, or a response of its own. */
export type LicenseDecision = LicenseGrant | Response | null;

export interface LicenseProxyOptions {
  /** Truto's API token. It is sent to `baseUrl` and nowhere else. While it is missing every request is answered 500. */
  token: string | undefined;
  /**
   * Decides which account this caller may read. When the browser names another one the request is refused.
   * What it throws is the host's to handle: the proxy's promise rejects with it.
   */
  authorize: (access: LicenseAccess) => LicenseDecision | Promise<LicenseDecision>;
  /** Where Truto's API is: an https URL, or one of this machine. @default 'https://api.truto.one' */
  baseUrl?: string | undefined;
  /** How upstream is reached, for instance `sandbox.fetch`. @default the global fetch */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Response formats that may be asked for. `debug` can show vendor credentials: keep it off. @default ['unified', 'raw'] */
  formats?: readonly ResponseFormat[] | undefined;
  /**
   * First keys of `remote_query` that may be asked for, such as Webex's `['limit', 'next']`. The vendor reads them as
   * they come. @default none
   */
  remoteQuery?: readonly string[] | undefined;
  /**
   * Takes properties out of the vendor's body on their way, in every format and in errors; the rest of the text keeps
   * every byte. Bodies are then held whole, up to `maxBytes`, and one that is longer or no JSON is answered 502.
   *
   * @example { licenseKey: 'drop', 'users[].email': 'mask' }
   */
  fields?: LicenseProxyFields | undefined;
  /**
   * The longest body that is handed on, in bytes, decoded. A longer one is answered 502, which the client takes for
   * `malformed`; where it streams and its length was not announced it is cut off, which the client takes for `network`.
   *
   * @default 32 MiB
   */
  maxBytes?: number | undefined;
  /** Milliseconds from the call to Truto until the last byte has been handed on. @default 30_000 */
  timeoutMs?: number | undefined;
  /**
   * Origins whose pages may ask, with the caller's cookies, beside the host's own: preflights of theirs are answered.
   * Other sites' pages are refused. @default none
   */
  allowedOrigins?: readonly string[] | undefined;
  /** Told of each request once its answer has ended. What it throws is ignored. */
  onEvent?: ((event: LicenseProxyEvent) => unknown) | undefined;
}

/**
 * One route handler for the host's own backend: it holds the API token, asks `authorize` which account the caller may
 * read, and passes one license through. Mount it at any path in front of `/unified/user-directory/licenses/{id}`.
 *
 * Anything but a license is answered 4xx without a call to Truto; when Truto is not reached the answer is 502 or 504.
 * All errors have Truto's shape; `code: 'malformed'` in one says that to ask again would bring the same. Every answer carries `x-request-id`.
 *
 * @throws TypeError where an option cannot work
 *
 * @example
 * const proxy = createLicenseProxy({
 *   token: process.env.TRUTO_API_TOKEN,
 *   authorize: async ({ request }) => {
 *     const user = await session(request);
 *     if (!user) return new Response(null, { status: 401 });
 *     return { integratedAccountId: user.accountId };
 *   },
 * });
 * export const GET = proxy;
 */
export function createLicenseProxy({
  token,
  authorize,
  baseUrl = 'https://api.truto.one',
  fetch,
  formats = ['unified', 'raw'],
  remoteQuery = [],
  fields,
  maxBytes = 32 * 1024 * 1024,
  timeoutMs = 30_000,
  allowedOrigins = [],
  onEvent,
}: LicenseProxyOptions): (request: Request) => Promise<Response> {
  const licenses = `${readBaseUrl(baseUrl)}/unified/user-directory/licenses/`;
  const secret = token?.trim() ?? '';
  const secrets = [secret, new URL(licenses).host];
  const editFields = fields && createFieldEditor(fields);
  checkOrigins(allowedOrigins);

  async function handle(request: Request, journal: Journal): Promise<Response> {
    if (isPreflight(request, allowedOrigins)) {
      readLicenseId(new URL(request.url));
      return answerPreflight(request, allowedOrigins);
    }
    refuseForeignPage(request, allowedOrigins);
    const route = readRoute(request, { formats, remoteQuery });
    const { licenseId, integratedAccountId, organizations, format, search } = route;
    journal.note({ licenseId, format });
    const decision = await authorize({
      request,
      licenseId,
      ...(integratedAccountId !== undefined && { integratedAccountId }),
      ...(organizations !== undefined && { organizations }),
    });
    if (decision && !('integratedAccountId' in decision)) {
      const own = new Response(decision.body, decision);
      journal.end({ status: own.status });
      return own;
    }
    const account = decision?.integratedAccountId;
    if (!decision || !account || (integratedAccountId ?? account) !== account) {
      throw new Refusal(403, 'You may not read licenses of this account.');
    }
    journal.note({
      integratedAccountId: account,
      ...(decision.user !== undefined && { user: decision.user }),
    });
    if (!/^[\x21-\x7e]+$/.test(secret)) {
      throw new Refusal(500, 'This server has no Truto API token, or one that no header can carry.');
    }
    search.set('integrated_account_id', account);
    // A plus means a space in forms alone; %20 means it everywhere.
    const query = search.toString().replaceAll('+', '%20');
    return call(`${licenses}${encodeURIComponent(licenseId)}?${query}`, format, request, journal);
  }

  async function call(url: string, format: ResponseFormat, request: Request, journal: Journal) {
    const deadline = new Deadline(timeoutMs, request);
    journal.isSent = true;
    try {
      const init: RequestInit = {
        headers: { accept: 'application/json', authorization: `Bearer ${secret}` },
        // A redirect could lead the token elsewhere.
        redirect: 'manual',
        signal: deadline.signal,
      };
      // The global fetch makes a request of its own in any case.
      const sent = fetch ? fetch(deadline.hold(new Request(url, init))) : globalThis.fetch(url, init);
      const upstream = await deadline.race(sent, giveUp);
      return await answer(upstream, { format, editFields, maxBytes, secrets, deadline, journal });
    } catch (error) {
      deadline.end();
      throw (
        deadline.failure ??
        (error instanceof Refusal ? error : new Refusal(502, 'Truto could not be reached.'))
      );
    }
  }

  return async (request) => {
    const journal = new Journal(onEvent);
    const send = (response: Response): Response => {
      protect(response.headers, journal);
      addCorsHeaders(response.headers, request, allowedOrigins);
      return response;
    };
    try {
      return send(await handle(request, journal));
    } catch (error) {
      if (!(error instanceof Refusal)) {
        journal.end({ status: 500, reason: 'authorize threw.' });
        throw error;
      }
      journal.end({ status: error.status, failure: error });
      return send(error.toResponse());
    }
  };
}

/** An answer that came too late: nobody reads it, so its connection would stay open. */
function giveUp({ body }: Response): void {
  body?.cancel().catch(() => {});
}

/** @throws TypeError where the token would cross a network in clear text */
function readBaseUrl(baseUrl: string): string {
  const { protocol, hostname, origin, pathname } = new URL(baseUrl);
  const isThisMachine = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && isThisMachine)) {
    throw new TypeError('baseUrl: the API token travels over https only, or stays on this machine');
  }
  return origin + pathname.replace(/\/+$/, '');
}

/** What every answer says, unless a response of the host's own says otherwise. */
const protections = {
  'cache-control': 'private, no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};

function protect(headers: Headers, { requestId }: Journal): void {
  for (const [name, value] of Object.entries({ ...protections, 'x-request-id': requestId })) {
    if (!headers.has(name)) headers.set(name, value);
  }
}
