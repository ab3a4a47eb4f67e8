import type { Account, VendorLicense } from '../connectors/connector.ts';
import { lazily, print } from '../json.ts';
import type { MerakiFailure } from '../vendors/cisco-meraki.ts';

export interface MerakiLicense extends VendorLicense {
  readonly organizations: string;
  readonly body: string;
  /** What is answered instead of the record. */
  readonly fails?: MerakiFailure;
}

export interface MerakiAccount extends Account<MerakiLicense> {
  /** The organizations the API key reaches. */
  readonly organizations: readonly string[];
  /** The API key was revoked, and Truto does not know it yet. */
  readonly revoked?: true;
}

const origin = 'https://api.meraki.com';
const organizations = '900100200';

const license = (
  label: string,
  record: { readonly id: string; readonly [field: string]: unknown },
): MerakiLicense => ({
  id: record.id,
  label,
  organizations,
  body: print(record),
});

const fixtures = lazily<MerakiLicense>(() => [
  license('Device license, active, seats null', {
    id: '900100200300401',
    licenseType: 'MX75-SEC',
    licenseKey: 'ZEXA00000001',
    orderNumber: 'EX0000001',
    deviceSerial: 'QEXA-0000-0001',
    networkId: 'N_900100200300',
    state: 'active',
    seatCount: null,
    totalDurationInDays: 1155,
    durationInDays: 1095,
    permanentlyQueuedLicenses: [
      {
        id: '900100200300499',
        licenseType: 'MX75-SEC',
        licenseKey: 'ZEXA00000099',
        orderNumber: 'EX0000009',
        durationInDays: 60,
      },
    ],
    claimDate: '2025-02-11T09:24:37Z',
    activationDate: '2025-02-14T10:00:00Z',
    expirationDate: '2028-04-14T10:00:00Z',
    headLicenseId: null,
  }),
  license('25 Systems Manager seats, about to expire', {
    id: '900100200300402',
    licenseType: 'SME',
    licenseKey: 'ZEXA00000002',
    orderNumber: 'EX0000002',
    deviceSerial: null,
    networkId: 'N_900100200301',
    state: 'expiring',
    seatCount: 25,
    totalDurationInDays: 365,
    durationInDays: 365,
    permanentlyQueuedLicenses: [],
    claimDate: '2025-11-20T08:00:00Z',
    activationDate: '2025-12-01T00:00:00Z',
    expirationDate: '2026-12-01T00:00:00Z',
    headLicenseId: null,
  }),
  license('Expired', {
    id: '900100200300403',
    licenseType: 'MR-ENT',
    licenseKey: 'ZEXA00000003',
    orderNumber: 'EX0000003',
    deviceSerial: 'QEXA-0000-0003',
    networkId: 'N_900100200300',
    state: 'expired',
    seatCount: null,
    totalDurationInDays: 365,
    durationInDays: 365,
    permanentlyQueuedLicenses: [],
    claimDate: '2023-05-02T16:41:05Z',
    activationDate: '2023-05-03T00:00:00Z',
    expirationDate: '2024-05-02T00:00:00Z',
    headLicenseId: null,
  }),
  license('Not running yet, zero seats', {
    id: '900100200300404',
    licenseType: 'SME',
    licenseKey: 'ZEXA00000004',
    orderNumber: 'EX0000004',
    deviceSerial: null,
    networkId: null,
    state: 'unused',
    seatCount: 0,
    totalDurationInDays: 1095,
    durationInDays: 1095,
    permanentlyQueuedLicenses: [],
    claimDate: '2026-10-30T22:15:59Z',
    activationDate: null,
    expirationDate: null,
    headLicenseId: null,
  }),
  license('Queued behind another license', {
    id: '900100200300405',
    licenseType: 'MS120-48LP',
    licenseKey: 'ZEXA00000005',
    orderNumber: 'EX0000005',
    deviceSerial: 'QEXA-0000-0005',
    networkId: 'N_900100200302',
    state: 'recentlyQueued',
    seatCount: null,
    totalDurationInDays: 365,
    durationInDays: 365,
    permanentlyQueuedLicenses: [],
    claimDate: '2026-11-18T12:30:00Z',
    activationDate: null,
    expirationDate: null,
    headLicenseId: '900100200300401',
  }),
]);

export const accounts: readonly MerakiAccount[] = [
  {
    id: '2c9f4b1d-8e37-4a60-b5d2-6f1a7c3e9021',
    label: 'Cisco Meraki',
    origin,
    credential: 'meraki-tenant-main',
    organizations: [organizations],
    licenses: fixtures,
  },
];
