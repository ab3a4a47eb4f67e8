import { LicenseError, type LicenseErrorCode, type LicenseErrorDetails } from './error.ts';
import { parameterName } from './params.ts';
import { retryAfter } from './rate-limit.ts';

const codes: Readonly<Partial<Record<number, LicenseErrorCode>>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  408: 'timeout',
  410: 'not_found',
  429: 'rate_limited',
};

/** Where vendors and Truto put a text about what went wrong, best first. */
const messageKeys = [
  'message',
  'msg',
  'errorMessage',
  'description',
  'detail',
  'summary',
  'error_description',
  'errors',
  'error',
];

const longestMessage = 300;

/** What Truto itself asks for when its own limit is reached; also taken where a 429 says nothing. */
const defaultPauseMs = 10_000;

/**
 * Reads an answer that is no success.
 *
 * @param text the body, from which tokens have been removed
 * @see https://www.truto.one/docs/api-reference/overview/errors
 */
export function readFailure(response: Response, text: string): LicenseError {
  const { status, headers } = response;
  const body = parse(text);
  const isRemote = at(body, 'truto_is_remote_error') === true;
  const raw = at(body, 'raw_response');
  const said = firstMessage(at(body, 'message'));
  const code = codeOf(status, body, isRemote, raw);
  const details: { -readonly [K in keyof LicenseErrorDetails]: LicenseErrorDetails[K] } = {
    code,
    status,
    isRemote,
  };
  const vendorMessage = isRemote ? (said ?? firstMessage(raw)) : undefined;
  if (vendorMessage) details.vendorMessage = vendorMessage;
  const insight = at(body, 'truto_error_insight');
  const missingParameters = strings(at(insight, 'missing_required_query_parameters', 'value'));
  if (missingParameters) details.missingParameters = missingParameters.map(parameterName);
  const missingScopes = strings(at(insight, 'forbidden_error', 'value', 'missing_scopes'));
  if (missingScopes) details.missingScopes = missingScopes;
  const retryAfterMs = retryAfter(headers) ?? (status === 429 ? defaultPauseMs : undefined);
  if (retryAfterMs !== undefined) details.retryAfterMs = retryAfterMs;
  const requestId = headers.get('x-request-id');
  if (requestId) details.requestId = requestId;
  return new LicenseError(details, vendorMessage ?? said);
}

function codeOf(status: number, body: unknown, isRemote: boolean, raw: unknown): LicenseErrorCode {
  if (status === 401 && isRemote) return 'reauth_required';
  // Salesforce signals its daily limit with 403: no permission would help, only waiting does.
  if (status === 403 && Array.isArray(raw) && at(raw[0], 'errorCode') === 'REQUEST_LIMIT_EXCEEDED')
    return 'rate_limited';
  // Truto's 503 is a blocked account; a 503 without Truto's envelope is a server on the way that is down.
  if (status === 503 && !isRemote && at(body, 'statusCode') === 503) return 'blocked';
  if (status < 400) return 'malformed';
  return codes[status] ?? (status < 500 ? 'invalid_request' : 'upstream');
}

/** The first readable text in a vendor's body: `{ message }`, `{ errors: ["…"] }`, `[{ message }]` or plain text. */
function firstMessage(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'string') {
    const text = value.trim();
    return text && !/<[a-z!/]/i.test(text) ? text.slice(0, longestMessage) : undefined;
  }
  if (typeof value !== 'object' || value === null || depth > 3) return undefined;
  const inside = Array.isArray(value) ? value.slice(0, 10) : messageKeys.map((key) => at(value, key));
  for (const entry of inside) {
    const message = firstMessage(entry, depth + 1);
    if (message) return message;
  }
  return undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function at(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}

function strings(value: unknown): string[] | undefined {
  const texts = Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
  return texts.length > 0 ? texts : undefined;
}
