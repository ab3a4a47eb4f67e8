import type { VendorLicense } from '../../connectors/connector.ts';
import type { TextBody } from '../../reply.ts';
import { lazily, print } from '../records.ts';
import { failures, notPerDevice } from './failures.ts';

export interface MerakiLicense extends VendorLicense {
  readonly organizations: string;
  readonly body: TextBody;
}

interface MerakiRecord {
  readonly id: string;
  readonly [field: string]: unknown;
}

const organizations = '900100200';

const license = (label: string, record: MerakiRecord): MerakiLicense => ({
  id: record.id,
  label,
  organizations,
  body: print(record),
});

/** Everyday licenses and the awkward ones. */
export const mainLicenses = lazily<MerakiLicense>(() => [
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
  license('A state that is new to the mapping', {
    id: '900100200300406',
    licenseType: 'MR-ADV',
    licenseKey: 'ZEXA00000006',
    orderNumber: 'EX0000006',
    deviceSerial: 'QEXA-0000-0006',
    networkId: 'N_900100200306',
    state: 'suspendedByBilling',
    seatCount: null,
    totalDurationInDays: 365,
    durationInDays: 365,
    permanentlyQueuedLicenses: [],
    claimDate: '2026-01-15T07:30:00Z',
    activationDate: '2026-01-16T00:00:00Z',
    expirationDate: '2027-01-16T00:00:00Z',
    headLicenseId: null,
  }),
  { id: '900100200300407', label: 'A body of 5 MB', organizations, body: fiveMegabytes },
]);

/** 40,000 queued licenses, made while they are sent. */
function* fiveMegabytes(): Generator<string> {
  yield '{"id":"900100200300407","licenseType":"MX450-SEC","state":"active","seatCount":null,';
  yield '"claimDate":"2024-06-01T12:00:00Z","permanentlyQueuedLicenses":[';
  for (let start = 0; start < 40_000; start += 400) {
    const queued = Array.from({ length: 400 }, (_, index) => {
      const number = String(start + index).padStart(5, '0');
      return JSON.stringify({
        id: `9001002004${number}`,
        licenseType: 'MX450-SEC',
        licenseKey: `ZEXQ000${number}`,
        orderNumber: `EXQ${number}`,
        durationInDays: 365,
      });
    });
    yield (start === 0 ? '' : ',') + queued.join(',');
  }
  yield ']}';
}

/** An organization whose licenses end together has none to get. */
export const coTermLicenses = lazily<MerakiLicense>(() => [
  {
    id: '900100200300491',
    label: 'The organization has no per-device licensing',
    organizations,
    body: '',
    fails: notPerDevice(organizations),
  },
]);

/** One license a failure of the vendor. */
export const failingLicenses = lazily<MerakiLicense>(() =>
  (['forbidden', 'notFoundWithoutBody', 'tooManyRequests', 'serverError'] as const).map((name, index) => ({
    id: `90010020030050${index}`,
    label: `Meraki answers ${failures[name].status}${failures[name].body === '' ? ' without a body' : ''}`,
    organizations,
    body: '',
    fails: failures[name],
  })),
);
