import { type License, type LicenseIssue, parseLicense } from '../license/index.ts';
import { type Progress, readBody } from './body.ts';
import { isLicenseError, LicenseError } from './error.ts';
import { readFailure } from './failure.ts';
import {
  type LicenseParams,
  normalizeParams,
  normalizeRemoteParams,
  type ResponseFormat,
  toWire,
} from './params.ts';
import { toQueryString } from './query-string.ts';
import { AccountQueue, longestWaitMs } from './queue.ts';

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
  readonly requestId?: string;
}

/** The vendor's own body, as exact text. May hold license keys and people's addresses. */
export interface RemoteData {
  readonly text: string;
  readonly contentType: string;
  /** Length of the body in bytes. */
  readonly bytes: number;
  /** `x-request-id` of the answer. */
  readonly requestId?: string;
}

/** Options of one call. */
export interface CallOptions {
  /** Aborts the call, which then rejects with the signal's own reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Asks the endpoint for licenses. Every method rejects with a {@link LicenseError}. */
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

interface Call<T> {
  readonly params: LicenseParams;
  readonly format: ResponseFormat;
  readonly signal?: AbortSignal | undefined;
  /** Takes what is wanted from a successful answer. */
  readonly read: (response: Response, signal: AbortSignal) => T | Promise<T>;
}

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
    for (const [id, queue] of queues) if (queue.isIdle) queues.delete(id);
    const queue = new AccountQueue(concurrency);
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
    try {
      return await pendingToken;
    } catch (error) {
      // The host's error may quote the token, so only its name goes on.
      throw new LicenseError({ code: 'unauthorized' }, `getToken failed with ${nameOf(error)}`);
    }
  }

  function buildRequest(url: string, token: string | undefined, signal: AbortSignal): Request {
    try {
      const all = new Headers(typeof headers === 'function' ? headers() : headers);
      if (!all.has('accept')) all.set('accept', 'application/json');
      if (token !== undefined) all.set('authorization', `Bearer ${token}`);
      return new Request(url, { headers: all, redirect: 'manual', signal });
    } catch (error) {
      throw new LicenseError(
        { code: 'invalid_request' },
        `The request could not be built (${nameOf(error)}): the token or a header is not valid, or baseUrl is relative where there is no page`,
      );
    }
  }

  /** Sends one request; the answer is a success, or the error says why not. */
  async function exchange<T>(
    call: Call<T>,
    queue: AccountQueue,
    token: string | undefined,
    signal: AbortSignal,
  ) {
    const request = buildRequest(urlOf(baseUrl, call), token, signal);
    const secret = request.headers.get('authorization')?.split(' ').pop();
    const redact = (text: string): string => (secret ? text.replaceAll(secret, '…') : text);
    try {
      const response = await send(request);
      if (response.ok) {
        queue.learn(response);
        return await call.read(response, signal);
      }
      const { text } = await readBody(response, { maxBytes, signal }).catch(() => ({ text: '' }));
      const failure = readFailure(response, redact(text));
      queue.learn(response, Math.max(1000, failure.retryAfterMs ?? 0));
      throw failure;
    } catch (error) {
      signal.throwIfAborted();
      if (isLicenseError(error)) throw error;
      throw new LicenseError({ code: 'network' }, error instanceof Error ? redact(error.message) : '');
    }
  }

  async function attempt<T>(call: Call<T>, queue: AccountQueue): Promise<T> {
    const deadline = new AbortController();
    const signal = call.signal ? AbortSignal.any([call.signal, deadline.signal]) : deadline.signal;
    const timer = setTimeout(() => deadline.abort(new LicenseError({ code: 'timeout' })), timeoutMs);
    try {
      return await Promise.race([authorized(call, queue, signal), aborted(signal)]);
    } finally {
      clearTimeout(timer);
    }
  }

  async function authorized<T>(call: Call<T>, queue: AccountQueue, signal: AbortSignal): Promise<T> {
    const token = await askToken();
    try {
      return await exchange(call, queue, token, signal);
    } catch (error) {
      if (!getToken || !isLicenseError(error) || error.status !== 401 || error.isRemote) throw error;
      const renewed = await askToken();
      if (renewed === token) throw error;
      return await exchange(call, queue, renewed, signal);
    }
  }

  async function run<T>(call: Call<T>): Promise<T> {
    const { params, format, signal } = call;
    checkId(params.licenseId);
    const queue = queueOf(params.integratedAccountId);
    for (let waited = 0; ;) {
      try {
        return await queue.run(() => attempt(call, queue), format === 'raw' || waited > 0, signal);
      } catch (error) {
        if (!isLicenseError(error) || error.status !== 429) throw error;
        waited += Math.max(1000, error.retryAfterMs ?? 0);
        if (waited > longestWaitMs) throw error;
      }
    }
  }

  return {
    scope,
    license: (params, { signal } = {}) =>
      run({
        params: { ...normalizeParams(params), ignoreRemoteData: params.ignoreRemoteData ?? true },
        format: 'unified',
        signal,
        read: async (response, deadline) => {
          const { text } = await readBody(response, { maxBytes, signal: deadline });
          return { ...readLicense(text, params, response.status), ...requestIdOf(response) };
        },
      }),
    remoteData: (params, { signal, onProgress } = {}) =>
      run({
        params: normalizeRemoteParams(params),
        format: 'raw',
        signal,
        read: async (response, deadline) => ({
          ...(await readBody(response, { maxBytes, signal: deadline, onProgress })),
          contentType: response.headers.get('content-type') ?? '',
          ...requestIdOf(response),
        }),
      }),
    request: (params, { format, signal }) =>
      run({
        params: { ...normalizeParams(params), ignoreRemoteData: params.ignoreRemoteData ?? true },
        format,
        signal,
        read: (response) => response,
      }),
  };
}

function urlOf(baseUrl: string, { params, format }: Call<unknown>): string {
  const query = toQueryString(toWire(params, format));
  const path = `${baseUrl.replace(/\/+$/, '')}/unified/user-directory/licenses/${encodeURIComponent(params.licenseId)}`;
  return query ? `${path}?${query}` : path;
}

/** Refuses ids that no URL can carry: `.` and `..` would change the path, however they are encoded. */
function checkId(licenseId: string): void {
  if (!licenseId?.trim() || /^\.{1,2}$|\p{Surrogate}/u.test(licenseId)) {
    throw new LicenseError(
      { code: 'invalid_request', missingParameters: ['licenseId'] },
      licenseId?.trim() ? 'licenseId is no text that a URL can carry' : 'licenseId is empty',
    );
  }
}

function readLicense(text: string, params: LicenseParams, status: number) {
  const { license, issues } = parseLicense(withId(unwrap(parseJson(text, status)), params));
  if (!license) throw new LicenseError({ code: 'malformed', status }, 'The body has no id');
  return { license, issues };
}

function parseJson(text: string, status: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new LicenseError(
      { code: 'malformed', status },
      text.trim() ? 'The body is no JSON' : 'The body is empty',
    );
  }
}

/** A license may stand alone in `result`: one of Truto's pages shows it so, the others do not. */
function unwrap(body: unknown): unknown {
  return isObject(body) && 'result' in body && Object.keys(body).length === 1 ? body.result : body;
}

/** An `id` that was excluded on request is known all the same. */
function withId(body: unknown, { licenseId, excludeFields }: LicenseParams): unknown {
  return isObject(body) && excludeFields?.includes('id') ? { id: licenseId, ...body } : body;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function requestIdOf({ headers }: Response): { requestId?: string } {
  const requestId = headers.get('x-request-id');
  return requestId ? { requestId } : {};
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
