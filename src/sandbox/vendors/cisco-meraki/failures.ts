import type { VendorResponse } from '../../connectors/connector.ts';

export const json = { 'content-type': 'application/json' };

const failure = (
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): VendorResponse => ({
  status,
  headers: { ...json, ...headers },
  body: JSON.stringify({ errors: [message] }),
});

/** What Meraki answers where it does not answer with a license. */
export const failures = {
  unauthorized: failure(401, 'Missing API key'),
  forbidden: failure(403, 'You do not have permission to perform this action'),
  notFound: failure(404, 'License not found'),
  /** An unknown organization: observed to come without a body. */
  notFoundWithoutBody: { status: 404, headers: { 'content-type': 'text/html; charset=utf-8' }, body: '' },
  tooManyRequests: failure(429, 'API rate limit exceeded for organization', { 'retry-after': '1' }),
  serverError: failure(500, 'The request cannot be processed'),
};

/** Organizations under another licensing model have no license to get. */
export const notPerDevice = (organization: string) =>
  failure(400, `Organization with ID ${organization} does not support per-device licensing`);
