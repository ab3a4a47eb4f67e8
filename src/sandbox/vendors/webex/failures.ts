import type { VendorResponse } from '../../connectors/connector.ts';

export const json = { 'content-type': 'application/json' };

const failure = (
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): VendorResponse => ({
  status,
  headers: { ...json, ...headers },
  body: JSON.stringify({
    message,
    errors: [{ description: message }],
    trackingId: `ROUTER_00000000-0000-4000-8000-000000000${status}`,
  }),
});

/** What Webex answers where it does not answer with a license. */
export const failures = {
  unauthorized: failure(
    401,
    'The request requires a valid access token set in the Authorization request header.',
  ),
  missingScope: failure(403, 'Missing required scope: spark-admin:licenses_read'),
  notFound: failure(404, 'The requested resource could not be found.'),
  tooManyRequests: failure(429, 'Too Many Requests', { 'retry-after': '12' }),
  serverError: failure(500, 'Something went wrong on the server.'),
};
