import { describe, expect, it } from 'vitest';
import {
  fieldState,
  type LicenseField,
  licenseFields,
  type Vendor,
  vendors,
} from '../../src/license/index.ts';
import matrix from '../fixtures/support-matrix.json' with { type: 'json' };

const fields = Object.entries(matrix.response_fields).filter(([name]) => !name.includes('.'));

describe('the support matrix', () => {
  it('knows every field of the API, and no other', () => {
    expect([...Object.keys(licenseFields), 'remote_data'].toSorted()).toEqual(
      fields.map(([name]) => name).toSorted(),
    );
  });

  it.each(Object.keys(vendors) as Vendor[])('says of %s what Truto’s page says', (vendor) => {
    const supported = fields
      .filter(([, field]) => field.vendors[vendor] !== 'not_supported')
      .map(([name]) => name);
    expect([...vendors[vendor].fields].toSorted()).toEqual(supported.toSorted());
    expect(vendors[vendor].label).toBe(matrix.vendors[vendor].label);
  });
});

describe('fieldState', () => {
  const cases: [LicenseField, Vendor | undefined, string][] = [
    ['name', 'cisco_meraki', 'not_provided'],
    ['name', 'salesforce', 'unknown'],
    ['name', undefined, 'unknown'],
    ['id', 'webex', 'value'],
  ];
  it.each(cases)('%s of %s: %s', (field, vendor, state) => {
    expect(fieldState({ id: '1', name: null }, field, vendor)).toBe(state);
  });

  it('lets a value outrank the matrix', () => {
    expect(fieldState({ id: '1', name: 'MX64' }, 'name', 'cisco_meraki')).toBe('value');
  });
});
