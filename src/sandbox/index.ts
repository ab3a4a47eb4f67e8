import type { Vendor } from '../license/index.ts';
import { connectors } from './connectors/index.ts';
import {
  type Sandbox as SandboxOf,
  type SandboxAccount as SandboxAccountOf,
  embed,
  type SandboxOptions,
} from './sandbox.ts';

export type { Fault, FaultKind } from './faults.ts';
export type { SandboxLicense, SandboxOptions } from './sandbox.ts';
/** One integrated account of the sandbox. */
export type SandboxAccount = SandboxAccountOf<Vendor>;
/** Truto's endpoint, embedded. */
export type Sandbox = SandboxOf<Vendor>;

/**
 * Truto's license endpoint, embedded: the same requests, response formats and errors, in front of embedded Cisco
 * Meraki, Salesforce and Webex. For development and tests, in Node and in browsers; it never reaches for the network.
 * Two sandboxes share nothing.
 *
 * Where Truto publishes nothing, the sandbox had to choose, and Truto may answer otherwise:
 *
 * - `truto_response_format`: `normalized` is the mapped license without `remote_data`, `stream` the bytes of `raw`, each
 *   piece sent as it arrives
 * - how a vendor's record becomes a license: by the fields that Truto's page lists for that vendor, statuses and
 *   `is_paid` by reasoning
 * - `organizations` is the id of one organization; without it the vendor is not asked
 * - texts of errors, the order in which faults of one request are looked for, CORS headers
 *
 * @example
 * const sandbox = createSandbox({ limits: false });
 * const account = sandbox.accounts.find(({ vendor }) => vendor === 'webex');
 * const [license] = account?.licenses ?? [];
 * const response = await sandbox.fetch(
 *   `https://api.truto.one/unified/user-directory/licenses/${license?.id}?integrated_account_id=${account?.id}`,
 *   { headers: { authorization: `Bearer ${sandbox.token}` } },
 * );
 */
export function createSandbox(options?: SandboxOptions): Sandbox {
  return embed<Vendor>(connectors, options).sandbox;
}
