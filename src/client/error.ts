/** What went wrong, as a stable code. */
export type LicenseErrorCode =
  /** The request's own credentials are missing, wrong or expired. */
  | 'unauthorized'
  /** The vendor refuses the connected account until its owner connects it again. */
  | 'reauth_required'
  /** Not allowed; `missingScopes` may say what is lacking. */
  | 'forbidden'
  /** No such license, or the account cannot see it. */
  | 'not_found'
  /** The request is incomplete or wrong; `missingParameters` may name what is left out. */
  | 'invalid_request'
  /** Too many requests; `retryAfterMs` says when to come back, where that is known. */
  | 'rate_limited'
  /** Truto has blocked the connected account. */
  | 'blocked'
  /** Truto or the vendor failed. */
  | 'upstream'
  /** No answer came, or it broke off. */
  | 'network'
  /** No complete answer came in time. */
  | 'timeout'
  /** The answer is no license: no JSON, no id, too large, or a redirect. */
  | 'malformed';

/** What is known of an error, beside its text. */
export interface LicenseErrorDetails {
  readonly code: LicenseErrorCode;
  /** The HTTP status, where an answer came. */
  readonly status?: number | undefined;
  /** True where the vendor failed, not Truto or the way to it; wire: `truto_is_remote_error`. */
  readonly isRemote?: boolean | undefined;
  /** The vendor's own words, plain text of at most 300 characters, never HTML. */
  readonly vendorMessage?: string | undefined;
  /** Parameters left out, by our names (`organizations`, `integratedAccountId`). */
  readonly missingParameters?: readonly string[] | undefined;
  /** Scopes that the vendor's connection lacks. */
  readonly missingScopes?: readonly string[] | undefined;
  /** Milliseconds to wait before the next request. */
  readonly retryAfterMs?: number | undefined;
  /** `x-request-id` of the answer. */
  readonly requestId?: string | undefined;
}

/** What each code means to a developer, and what to do. Texts for people belong to the components. */
const advice: Readonly<Record<LicenseErrorCode, string>> = {
  unauthorized: 'The credentials were refused. Sign in again or renew the token.',
  reauth_required: 'The vendor refuses the account. Have it connected again.',
  forbidden: 'The account may not read the license. Grant the permission or scope.',
  not_found: 'The account sees no such license. Check the parameters.',
  invalid_request: 'The request is not valid. Check the parameters.',
  rate_limited: 'The account asked too often. Wait for retryAfterMs.',
  blocked: 'Truto blocks the account. Ask Truto to release it.',
  upstream: 'Truto or the vendor failed. Try again later.',
  network: 'The connection failed. Check baseUrl and CORS.',
  timeout: 'The answer took too long. Try again or raise timeoutMs.',
  malformed: 'The answer is no license. Check baseUrl.',
};

const mark = /* @__PURE__ */ Symbol.for('truto-license-kit');

/**
 * The one error that the client rejects with. `message` is for developers; it holds no token, header or address.
 *
 * An aborted call is no such error: it rejects with the signal's own reason.
 */
export class LicenseError extends Error implements LicenseErrorDetails {
  declare readonly code: LicenseErrorCode;
  declare readonly status?: number | undefined;
  declare readonly isRemote: boolean;
  declare readonly vendorMessage?: string | undefined;
  declare readonly missingParameters?: readonly string[] | undefined;
  declare readonly missingScopes?: readonly string[] | undefined;
  declare readonly retryAfterMs?: number | undefined;
  declare readonly requestId?: string | undefined;

  /** @param said what happened, in the words of whoever noticed */
  constructor(details: LicenseErrorDetails, said?: string) {
    const { code, status } = details;
    super(
      `${code}${status ? ` ${status}` : ''}: ${said ? `${said.replace(/\.$/, '')}. ` : ''}${advice[code]}`,
    );
    const known = Object.entries({ isRemote: false, ...details }).filter(([, value]) => value !== undefined);
    Object.assign(this, Object.fromEntries(known));
  }

  override get name(): string {
    return 'LicenseError';
  }

  get [mark](): boolean {
    return true;
  }
}

/** Whether something caught is a {@link LicenseError}. Goes by a mark, so a second copy of this package counts too. */
export function isLicenseError(error: unknown): error is LicenseError {
  return error instanceof Error && mark in error;
}
