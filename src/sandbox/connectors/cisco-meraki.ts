import { accounts } from '../vendors/cisco-meraki/accounts.ts';
import { answer } from '../vendors/cisco-meraki/server.ts';
import type { Connector } from './connector.ts';

/**
 * Cisco Meraki. Truto does not publish its mapping: which field fills which is Truto's support matrix and our reasoning,
 * the statuses among it. `organizations` as the organization in the address is a reading too. A state that is none of
 * these has no status; a device license has no seats, and none are invented.
 */
export const ciscoMeraki: Connector<'cisco_meraki'> = {
  vendor: 'cisco_meraki',
  required: ['organizations'],
  mapping: `response.{
    "id": id,
    "available_quantity": seatCount,
    "created_at": claimDate,
    "status":
      state in ["active", "expiring", "unusedActive"] ? "active" :
      state in ["unused", "recentlyQueued", "expired"] ? "inactive"
  }`,
  url: (licenseId, { organizations = '' }, origin) =>
    new URL(
      `/api/v1/organizations/${encodeURIComponent(organizations)}/licenses/${encodeURIComponent(licenseId)}`,
      origin,
    ),
  /**
   * `errors` is none of the well-known keys, so `message` stays empty but for the rate limit. That text, and the limit
   * that Meraki documents put into Truto's headers, are ours.
   */
  failure({ status, body }) {
    if (status !== 429) return {};
    return {
      message: firstError(body),
      headers: { 'ratelimit-limit': '10;w=1', 'ratelimit-remaining': '0', 'ratelimit-reset': '1' },
    };
  },
  accounts,
  fetch: answer,
};

function firstError(body: unknown): string {
  if (typeof body !== 'object' || body === null || !('errors' in body)) return '';
  const [first] = Array.isArray(body.errors) ? body.errors : [];
  return typeof first === 'string' ? first : '';
}
