import type { License } from './schema.ts';

/** A vendor behind the endpoint, by our name for it. */
export type Vendor = 'cisco_meraki' | 'salesforce' | 'webex';

/** A field of the unified license. */
export type LicenseField = keyof License;

/** What is known of a vendor, whichever account it is. */
export interface VendorFacts {
  /** The vendor's own name. */
  readonly label: string;
  /** Two letters that stand for it. */
  readonly monogram: string;
  /** The fields that Truto's page marks as supported for this vendor. */
  readonly fields: readonly LicenseField[];
}

/**
 * Which vendor fills which field, as Truto's Get License page marks it. `remote_data` comes from Truto for every vendor.
 *
 * @see https://truto.one/docs/api-reference/unified-user-directory-api/licenses/get
 */
export const vendors: Readonly<Record<Vendor, VendorFacts>> = {
  cisco_meraki: {
    label: 'Cisco Meraki',
    monogram: 'Me',
    fields: ['id', 'available_quantity', 'created_at', 'status', 'remote_data'],
  },
  salesforce: {
    label: 'Salesforce',
    monogram: 'SF',
    fields: [
      'id',
      'assigned_quantity',
      'available_quantity',
      'created_at',
      'is_paid',
      'name',
      'status',
      'updated_at',
      'remote_data',
    ],
  },
  webex: {
    label: 'Webex',
    monogram: 'Wx',
    fields: ['id', 'assigned_quantity', 'name', 'remote_data'],
  },
};

/** What is known of a field: it has a value, it has none this time, or this vendor never provides it. */
export type FieldState = 'value' | 'unknown' | 'not_provided';

/**
 * Tells the three ways a field can stand. A value always counts, even where the vendor is not known to provide the
 * field: accounts can override their mapping. Without a vendor an absent field is simply unknown.
 */
export function fieldState(license: License, field: LicenseField, vendor?: Vendor): FieldState {
  if (license[field] !== undefined && license[field] !== null) return 'value';
  return vendor && !vendors[vendor].fields.includes(field) ? 'not_provided' : 'unknown';
}
