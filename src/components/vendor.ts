import { type LicenseField, type Vendor, vendors } from '../license/index.ts';

/** The vendor, where it is one the kit knows: hosts may pass through what they were told. */
export function knownVendor(vendor: Vendor | undefined): Vendor | undefined {
  return vendor !== undefined && Object.hasOwn(vendors, vendor) ? vendor : undefined;
}

/** The vendor's own name. */
export function vendorLabel(vendor: Vendor | undefined): string | undefined {
  const known = knownVendor(vendor);
  return known && vendors[known].label;
}

/** Whether a field can be expected: its vendor provides it, or nobody said who the vendor is. */
export function mayProvide(vendor: Vendor | undefined, field: LicenseField): boolean {
  const known = knownVendor(vendor);
  return !known || vendors[known].fields.includes(field);
}
