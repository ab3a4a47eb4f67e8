import type { LicenseCardProps } from '../src/components/index.ts';
import type { Vendor } from '../src/license/index.ts';
import { accounts } from './sandbox.ts';

/** What a card needs to show a license of the sandbox, found by words of its label and of its account's. */
export function licenseOf(
  vendor: Vendor,
  label: string,
  accountLabel = '',
): Pick<LicenseCardProps, 'licenseId' | 'integratedAccountId' | 'organizations' | 'vendor'> {
  for (const account of accounts) {
    if (account.vendor !== vendor || !account.label.includes(accountLabel)) continue;
    const license = account.licenses.find((each) => each.label.includes(label));
    if (!license) continue;
    return {
      licenseId: license.id,
      integratedAccountId: account.id,
      organizations: license.organizations,
      vendor,
    };
  }
  throw new Error(`The sandbox has no ${vendor} license "${label}" in an account "${accountLabel}".`);
}
