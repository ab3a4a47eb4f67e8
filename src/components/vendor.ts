import { type LicenseField, type Vendor, type VendorFacts, vendors } from '../license/index.ts';

/** What is known of a vendor, where it is one the kit knows: hosts may pass through what they were told. */
export function factsOf(vendor: Vendor | undefined): VendorFacts | undefined {
  return vendor !== undefined && Object.hasOwn(vendors, vendor) ? vendors[vendor] : undefined;
}

/** Whether a vendor provides a field; undefined where nobody knows the vendor. */
export function provides(vendor: Vendor | undefined, field: LicenseField): boolean | undefined {
  return factsOf(vendor)?.fields.includes(field);
}
