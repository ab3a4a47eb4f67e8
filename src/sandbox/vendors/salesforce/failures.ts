import type { VendorResponse } from '../../connectors/connector.ts';

export const json = { 'content-type': 'application/json;charset=UTF-8' };

const failure = (
  status: number,
  errorCode: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): VendorResponse => ({
  status,
  headers: { ...json, ...headers },
  body: JSON.stringify([{ message, errorCode }]),
});

/** What Salesforce answers where it does not answer with a record. */
export const failures = {
  invalidSession: failure(401, 'INVALID_SESSION_ID', 'Session expired or invalid', {
    'www-authenticate': 'Token',
  }),
  apiDisabled: failure(403, 'API_DISABLED_FOR_ORG', 'The REST API is not enabled for this Organization.'),
  /** The daily limit: 403, not 429, and no word on when it ends. */
  requestLimitExceeded: failure(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.', {
    'sforce-limit-info': 'api-usage=100001/100000',
  }),
  notFound: failure(404, 'NOT_FOUND', 'The requested resource does not exist'),
  tooManyRequests: failure(429, 'REQUEST_LIMIT_EXCEEDED', 'Too many requests'),
  unknownException: failure(
    500,
    'UNKNOWN_EXCEPTION',
    'An unexpected error occurred. Please include this ErrorId if you contact support: 0000000000-00000 (-000000000)',
  ),
  serverUnavailable: failure(503, 'SERVER_UNAVAILABLE', 'The server is temporarily unable to respond'),
};
