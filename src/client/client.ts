import { isRecord, type License, type LicenseIssue, parseLicense } from '../license/index.ts';
import { type Progress, readBody } from './body.ts';
import { isLicenseError, LicenseError } from './error.ts';
import { readFailure } from './failure.ts';
import { type LicenseParams, type ResponseFormat, toWire } from './params.ts';
import { toQueryString } from './query-string.ts';
import { type AccountQueue, createAccountQueue } from './queue.ts';
import { longestWaitMs, pauseAfter } from './rate-limit.ts';

/** Options of {@link createLicenseClient}. None of them takes an API token: that one lives on a server only. */
export interface LicenseClientOptions {
  /**
   * What stands before `/unified/…`: the host's own route (`/api/truto`) or an absolute URL. Where there is no page,
   * as on a server, it has to be absolute.
   */
  readonly baseUrl: string;
  /** Sends the requests; the global `fetch` unless given. On a server: `(request) => proxy(new Request(request))`. */
  readonly fetch?: typeof fetch | undefined;
  /**
   * Answers Truto's 15-minute integrated-account token. Asked each time a request is sent, once for requests sent
   * together, and once more where the token is refused. Behind a proxy none is needed.
   */
  readonly getToken?: (() => string | Promise<string>) | undefined;
  /** More request headers, such as a CSRF token; a function is asked each time a request is sent. */
  readonly headers?: HeadersInit | (() => HeadersInit) | undefined;
  /** Whose data this is, a tenant or a user: the first part of every query key. Never a secret. */
  readonly scope?: string | undefined;
  /** Milliseconds from sending until the last byte has arrived; 15,000 unless set. Waiting in line does not count. */
  readonly timeoutMs?: number | undefined;
  /** The largest body that is read, in bytes; 32 MiB unless set. */
  readonly maxBytes?: number | undefined;
  /** Requests at once for one account; 6 unless set. */
  readonly concurrency?: number | undefined;
}

/** A license, checked. */
export interface LicenseResult {
  readonly license: License;
  /** What was left out of the license because it had the wrong type. */
  readonly issues: readonly LicenseIssue[];
  /** `x-request-id` of the answer. */
  readonly requestId?: string | undefined;
}

/** The vendor's own body, as exact text. May hold license keys and people's addresses. */
export interface RemoteData {
  readonly text: string;
  readonly contentType: string;
  /** Length of the body in bytes. */
  readonly bytes: number;
  /** `x-request-id` of the answer. */
  readonly requestId?: string | undefined;
}

/** Options of one call. */
export interface CallOptions {
  /** Aborts the call, which then rejects with the signal's own reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Asks the endpoint for licenses. Every method rejects with a {@link LicenseError}, and once its `signal` is aborted with
 * the signal's reason.
 */
export interface LicenseClient {
  readonly scope: string;
  /** Gets one license, checked against the documented types. */
  license(params: LicenseParams, options?: CallOptions): Promise<LicenseResult>;
  /**
   * Gets the vendor's own body as text (`truto_response_format=raw`), before all licenses that wait in line. Neither
   * `excludeFields` nor `ignoreRemoteData` applies.
   */
  remoteData(
    params: LicenseParams,
    options?: CallOptions & { readonly onProgress?: ((progress: Progress) => void) | undefined },
  ): Promise<RemoteData>;
  /**
   * Gets the successful answer in any format, unread: reading it is the caller's business, and neither `timeoutMs` nor
   * `maxBytes` bounds that. Sends `ignoreRemoteData` as {@link LicenseClient.license} does.
   */
  request(
    params: LicenseParams,
    options: CallOptions & { readonly format: ResponseFormat },
  ): Promise<Response>;
}

/** Takes what is wanted from a successful answer. */
type Read<T> = (response: Response, signal: AbortSignal, requestId: string | undefined) => T | Promise<T>;

/**
 * Makes a client for `GET {baseUrl}/unified/user-directory/licenses/{id}`. Needs no React and no document.
 *
 * A 429 is waited for, up to 15 seconds and together with all requests of the account; a longer wait rejects as
 * `rate_limited`. Redirects are not followed, because the headers may carry a token.
 *
 * @example
 * const client = createLicenseClient({ baseUrl: '/api/truto', scope: tenant.id });
 * const { license } = await client.license({ licenseId: '1234', integratedAccountId });
 */
export function createLicenseClient({
  baseUrl,
  fetch: send = (input, init) => fetch(input, init),
  getToken,
  headers,
  scope = '',
  timeoutMs = 15_000,
  maxBytes = 32 * 1024 * 1024,
  concurrency = 6,
}: LicenseClientOptions): LicenseClient {
  const queues = new Map<string, AccountQueue>();
  let pendingToken: Promise<string> | undefined;

  function queueOf(account = ''): AccountQueue {
    const known = queues.get(account);
    if (known) return known;
    for (const [id, queue] of queues) if (queue.isIdle()) queues.delete(id);
    const queue = createAccountQueue(concurrency);
    queues.set(account, queue);
    return queue;
  }

  async function askToken(): Promise<string | undefined> {
    if (!getToken) return undefined;
    pendingToken ??= Promise.resolve()
      .then(getToken)
      .finally(() => {
        pendingToken = undefined;
      });
    // What the host's getToken throws may quote the token, so none of it goes on.
    return pendingToken.catch(() => {
      throw new LicenseError({ code: 'unauthorized' }, 'getToken failed');
    });
  }

  function requestTo(url: string, token: string | undefined, signal: AbortSignal): Request {
    try {
      const all = new Headers(typeof headers === 'function' ? headers() : headers);
      if (!all.has('accept')) all.set('accept', 'application/json');
      if (token !== undefined) all.set('authorization', `Bearer ${token}`);
      return new Request(url, { headers: all, redirect: 'manual', signal });
    } catch {
      throw new LicenseError({ code: 'invalid_request' }, 'baseUrl, a header or the token is not valid');
    }
  }

  /** Sends one request. What comes back is what was wanted, or an error says why not. */
  async function exchange<T>(
    url: string,
    queue: AccountQueue,
    signal: AbortSignal,
    read: Read<T>,
  ): Promise<T> {
    const request = requestTo(url, await askToken(), signal);
    const secret = request.headers.get('authorization')?.split(' ').pop();
    const redact = (text: string): string => (secret ? text.replaceAll(secret, '…') : text);
    try {
      const response = await send(request);
      queue.learn(response);
      const requestId = redact(response.headers.get('x-request-id') ?? '') || undefined;
      if (response.ok) return await read(response, signal, requestId);
      const { text } = await readBody(response, maxBytes, signal).catch(() => ({ text: '' }));
      throw readFailure(response, redact(text), requestId);
    } catch (error) {
      throw isLicenseError(error) ? error : new LicenseError({ code: 'network' }, redact(String(error)));
    }
  }

  /** Takes no longer than `timeoutMs`, even where the token or the answer never comes. */
  async function attempt<T>(
    url: string,
    queue: AccountQueue,
    signal: AbortSignal,
    read: Read<T>,
  ): Promise<T> {
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(new LicenseError({ code: 'timeout' })), timeoutMs);
    const work = exchange(url, queue, AbortSignal.any([signal, deadline.signal]), read);
    try {
      return await Promise.race([work, aborted(deadline.signal)]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Calls until there is an answer, a failure that waiting or a new token cannot mend, or an abort. */
  async function answer<T>(
    params: LicenseParams,
    format: ResponseFormat,
    signal: AbortSignal,
    read: Read<T>,
  ): Promise<T> {
    const url = urlOf(baseUrl, params, format);
    // React's Strict Mode mounts, unmounts and mounts again at once: a moment later its first call is aborted.
    await Promise.resolve();
    const queue = queueOf(params.integratedAccountId);
    let canRenew = getToken !== undefined;
    for (let waited = 0, isFirst = format === 'raw'; ; isFirst = true) {
      try {
        return await queue.run(() => attempt(url, queue, signal, read), isFirst, signal);
      } catch (error) {
        if (!isLicenseError(error)) throw error;
        if (error.status === 429) {
          waited += pauseAfter(error.retryAfterMs);
          if (waited > longestWaitMs) throw error;
        } else {
          // Without a status it was getToken that failed.
          if (!canRenew || error.code !== 'unauthorized' || !error.status) throw error;
          canRenew = false;
        }
      }
    }
  }

  function run<T>(
    params: LicenseParams,
    format: ResponseFormat,
    callerSignal: AbortSignal | undefined,
    read: Read<T>,
  ): Promise<T> {
    // One signal a call: nothing stays behind on the caller's, and an abort is told at once.
    const signal = AbortSignal.any(callerSignal ? [callerSignal] : []);
    return Promise.race([aborted(signal), answer(params, format, signal, read)]);
  }

  return {
    scope,
    license: (params, options) =>
      run(params, 'unified', options?.signal, async (response, signal, requestId) => {
        const { text } = await readBody(response, maxBytes, signal);
        return { ...readLicense(text, params, response.status), requestId };
      }),
    remoteData: (params, options) =>
      run(params, 'raw', options?.signal, async (response, signal, requestId) => ({
        ...(await readBody(response, maxBytes, signal, options?.onProgress)),
        contentType: response.headers.get('content-type') ?? '',
        requestId,
      })),
    request: (params, { format, signal }) => run(params, format, signal, (response) => response),
  };
}

/** @throws LicenseError for ids that cannot stand in a URL: `.` and `..` change the path, however they are encoded */
function urlOf(baseUrl: string, params: LicenseParams, format: ResponseFormat): string {
  const { licenseId } = params;
  if (!licenseId?.trim() || /^\.{1,2}$|\p{Surrogate}/u.test(licenseId)) {
    throw new LicenseError(
      { code: 'invalid_request', missingParameters: ['licenseId'] },
      'licenseId is empty or cannot stand in a URL',
    );
  }
  const path = `/unified/user-directory/licenses/${encodeURIComponent(licenseId)}`;
  return `${baseUrl.replace(/\/+$/, '')}${path}?${toQueryString(toWire(params, format))}`;
}

function readLicense(
  text: string,
  { licenseId, excludeFields }: LicenseParams,
  status: number,
): Pick<LicenseResult, 'license' | 'issues'> {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new LicenseError({ code: 'malformed', status }, `The body is ${text.trim() ? 'no JSON' : 'empty'}`);
  }
  // One of Truto's pages shows a license in `result`, the others do not.
  if (isRecord(body) && 'result' in body && !('id' in body)) body = body['result'];
  if (isRecord(body) && excludeFields?.includes('id')) body = { id: licenseId, ...body };
  const { license, issues } = parseLicense(body);
  if (!license) throw new LicenseError({ code: 'malformed', status }, 'The body has no id');
  return { license, issues };
}

/** Rejects with the signal's reason as soon as there is one. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const abort = (): void => reject(signal.reason);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}
