import type { VendorRequest, VendorResponse } from '../../connectors/connector.ts';
import { accounts } from './accounts.ts';
import { failures, json } from './failures.ts';

/** Cisco Meraki at `https://api.meraki.com/api/v1/organizations/{organizationId}/licenses/{licenseId}`. */
export function answer({ url, headers }: VendorRequest): VendorResponse {
  const account = accounts.find(({ credential }) => headers['authorization'] === `Bearer ${credential}`);
  if (!account) return failures.unauthorized;
  if (account.refuses) return account.refuses;
  const [, organization = '', id = ''] =
    /^\/api\/v1\/organizations\/([^/]+)\/licenses\/([^/]+)$/.exec(new URL(url).pathname) ?? [];
  const organizationId = decodeURIComponent(organization);
  const licenseId = decodeURIComponent(id);
  const licenses = account.licenses().filter(({ organizations }) => organizations === organizationId);
  if (licenses.length === 0) return failures.notFoundWithoutBody;
  const license = licenses.find((one) => one.id === licenseId);
  if (!license) return failures.notFound;
  return license.fails ?? { status: 200, headers: json, body: license.body };
}
