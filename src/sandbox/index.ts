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
 * Truto publishes no wire form for two response formats; what they are here is a reading of its own: `normalized` is
 * the mapped license without `remote_data`, `stream` the bytes of `raw`, each piece sent as it arrives.
 *
 * @example
 * const sandbox = createSandbox({ limits: false });
 * const [account] = sandbox.accounts;
 * const response = await sandbox.fetch(
 *   `https://api.truto.one/unified/user-directory/licenses/${account.licenses[0].id}?integrated_account_id=${account.id}`,
 *   { headers: { authorization: `Bearer ${sandbox.token}` } },
 * );
 */
export function createSandbox(options?: SandboxOptions): Sandbox {
  return embed<Vendor>(connectors, options).sandbox;
}
