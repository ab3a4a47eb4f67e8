import { LicenseError, type LicenseErrorCode } from './error.ts';
import { parameterName } from './params.ts';
import { retryAfter } from './rate-limit.ts';

const codes: Readonly<Partial<Record<number, LicenseErrorCode>>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  408: 'timeout',
  429: 'rate_limited',
};

/** Where a text about what went wrong may stand, best first. At the top, Truto has looked under more names itself. */
const messageKeys = ['message', 'description', 'detail', 'errors', 'error'];

const longestMessage = 300;

/**
 * Reads an answer that is no success.
 *
 * @param text the body, from which tokens have been removed
 * @param requestId `x-request-id` of the answer, without tokens as well
 * @see https://www.truto.one/docs/api-reference/overview/errors
 */
export function readFailure(response: Response, text: string, requestId: string | undefined): LicenseError {
  const { status } = response;
  const body = parse(text);
  const isRemote = at(body, 'truto_is_remote_error') === true;
  const raw = at(body, 'raw_response');
  const said = firstMessage(at(body, 'message')) ?? firstMessage(raw);
  const insight = at(body, 'truto_error_insight');
  const wait = retryAfter(response);
  return new LicenseError(
    {
      code: codeOf(status, body, isRemote, raw),
      status,
      isRemote,
      vendorMessage: isRemote ? said : undefined,
      missingParameters: strings(at(insight, 'missing_required_query_parameters', 'value'))?.map(
        parameterName,
      ),
      missingScopes: strings(at(insight, 'forbidden_error', 'value', 'missing_scopes')),
      retryAfterMs: Number.isNaN(wait) ? undefined : wait,
      requestId,
    },
    said,
  );
}

function codeOf(status: number, body: unknown, isRemote: boolean, raw: unknown): LicenseErrorCode {
  if (status === 401 && isRemote) return 'reauth_required';
  // Salesforce signals its daily limit with 403: no permission would help, only waiting does.
  if (status === 403 && at(raw, '0', 'errorCode') === 'REQUEST_LIMIT_EXCEEDED') return 'rate_limited';
  // Truto's 503 is a blocked account; a 503 without Truto's envelope is a server on the way that is down.
  if (status === 503 && !isRemote && at(body, 'statusCode') === 503) return 'blocked';
  // `code` is the proxy's own word for what it could not hand on: a 502 that asking again does not mend. A 404 that is
  // no JSON comes from a server that has nothing at `baseUrl`: nobody looked for a license.
  if (status < 400 || at(body, 'code') === 'malformed' || (status === 404 && !body)) return 'malformed';
  return codes[status] ?? (status < 500 ? 'invalid_request' : 'upstream');
}

/** The first readable text in a vendor's body: `{ message }`, `{ errors: ["…"] }`, `[{ message }]` or plain text. */
function firstMessage(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'string') {
    return /<[a-z!/]/i.test(value) ? undefined : value.trim().slice(0, longestMessage) || undefined;
  }
  const inside = Array.isArray(value) ? value.slice(0, 10) : messageKeys.map((key) => at(value, key));
  for (const entry of depth > 3 ? [] : inside) {
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
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : undefined;
}
