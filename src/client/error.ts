/** What went wrong, as a stable code. Facts about each: {@link licenseErrorFacts}. */
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
  readonly status?: number;
  /** True where the vendor failed, not Truto or the way to it; wire: `truto_is_remote_error`. */
  readonly isRemote?: boolean;
  /** The vendor's own words, plain text of at most 300 characters, never HTML. */
  readonly vendorMessage?: string;
  /** Parameters left out, by our names (`organizations`, `integratedAccountId`). */
  readonly missingParameters?: readonly string[];
  /** Scopes that the vendor's connection lacks. */
  readonly missingScopes?: readonly string[];
  /** Milliseconds to wait before the next request. */
  readonly retryAfterMs?: number;
  /** `x-request-id` of the answer. */
  readonly requestId?: string;
}

/** What each code means to a developer, and what to do. Texts for people belong to the components. */
const advice: Readonly<Record<LicenseErrorCode, string>> = {
  unauthorized:
    "The request's own credentials were refused. Sign in again, or have getToken answer a token that is still valid.",
  reauth_required:
    'The vendor refuses the connected account, and will until its owner connects it again through a new link token.',
  forbidden: 'The account or the user may not read this license. Grant the missing permission or scope.',
  not_found:
    'There is no such license, or the account cannot see it. Check licenseId, integratedAccountId and organizations.',
  invalid_request: 'The request is incomplete or wrong. Correct the parameters.',
  rate_limited: 'Too many requests were made. Wait for retryAfterMs.',
  blocked: 'Truto has blocked this connected account. Ask Truto to release it; trying again does not help.',
  upstream: 'Truto or the vendor failed. Try again later.',
  network: 'No complete answer arrived. Check the connection, baseUrl and CORS.',
  timeout: 'No complete answer arrived in time. Try again, or raise timeoutMs.',
  malformed: 'The answer is no license. Check that baseUrl leads to the license endpoint.',
};

const mark = Symbol.for('truto-license-kit/LicenseError');

/**
 * The one error that the client rejects with. `message` is for developers; it holds no token, header or address.
 *
 * An aborted call is no such error: it rejects with the signal's own reason.
 */
export class LicenseError extends Error implements LicenseErrorDetails {
  declare readonly code: LicenseErrorCode;
  declare readonly status?: number;
  declare readonly isRemote: boolean;
  declare readonly vendorMessage?: string;
  declare readonly missingParameters?: readonly string[];
  declare readonly missingScopes?: readonly string[];
  declare readonly retryAfterMs?: number;
  declare readonly requestId?: string;

  /** @param said what happened, in the words of whoever noticed */
  constructor(details: LicenseErrorDetails, said = '') {
    const { code, status } = details;
    super(`${[code, status].join(' ').trim()}: ${said && `${said.replace(/\.$/, '')}. `}${advice[code]}`);
    Object.assign(this, { isRemote: false, ...details });
    Object.defineProperty(this, mark, { value: true });
  }

  static {
    this.prototype.name = 'LicenseError';
  }
}

/** Whether something caught is a {@link LicenseError}. Goes by a mark, so a second copy of this package counts too. */
export function isLicenseError(error: unknown): error is LicenseError {
  return error instanceof Error && mark in error;
}
