import type { Vendor } from '../license/index.ts';

/**
 * What is best hidden in each vendor's own body until somebody shows it: license keys, which activate a license, and
 * the addresses of people. Nothing of Salesforce's is of that kind.
 *
 * @example
 * <LicenseCard licenseId={id} vendor="webex" redact={redactPresets.webex} />
 */
export const redactPresets: Readonly<Record<Vendor, readonly string[]>> = {
  cisco_meraki: ['licenseKey'],
  salesforce: [],
  webex: ['email'],
};
