import { accounts } from '../accounts/cisco-meraki.ts';
import type { VendorRequest, VendorResponse } from '../connectors/connector.ts';

const json = { 'content-type': 'application/json' };

/** What Meraki answers where it does not answer with a license. */
export type MerakiFailure =
  | 'not_per_device_licensing'
  | 'unauthorized'
  | 'forbidden'
  | 'not_found'
  | 'not_found_without_body'
  | 'too_many_requests'
  | 'server_error';

const failures: Readonly<Record<Exclude<MerakiFailure, 'not_per_device_licensing'>, VendorResponse>> = {
  unauthorized: failure(401, 'Missing API key'),
  forbidden: failure(403, 'You do not have permission to perform this action'),
  not_found: failure(404, 'License not found'),
  not_found_without_body: { status: 404, headers: { 'content-type': 'text/html; charset=utf-8' }, body: '' },
  too_many_requests: {
    ...failure(429, 'API rate limit exceeded for organization'),
    headers: { ...json, 'retry-after': '1' },
  },
  server_error: failure(500, 'The request cannot be processed'),
};

function failure(status: number, message: string): VendorResponse {
  return { status, headers: json, body: JSON.stringify({ errors: [message] }) };
}

/** Cisco Meraki at `https://api.meraki.com/api/v1/organizations/{organizationId}/licenses/{licenseId}`. */
export function answer({ url, headers }: VendorRequest): VendorResponse {
  const account = accounts.find(({ credential }) => headers['authorization'] === `Bearer ${credential}`);
  if (!account || account.status === 'needs_reauth' || account.revoked) return failures.unauthorized;
  const [, organization = '', id = ''] =
    /^\/api\/v1\/organizations\/([^/]+)\/licenses\/([^/]+)$/.exec(new URL(url).pathname) ?? [];
  const organizationId = decodeURIComponent(organization);
  if (!account.organizations.includes(organizationId)) return failures.not_found_without_body;
  const licenseId = decodeURIComponent(id);
  const license = account
    .licenses()
    .find((one) => one.id === licenseId && one.organizations === organizationId);
  if (!license) return failures.not_found;
  if (license.fails === 'not_per_device_licensing') {
    return failure(400, `Organization with ID ${organizationId} does not support per-device licensing`);
  }
  if (license.fails) return failures[license.fails];
  return { status: 200, headers: json, body: license.body };
}
