import type { Account } from '../../connectors/connector.ts';
import { failures } from './failures.ts';
import { coTermLicenses, failingLicenses, mainLicenses, type MerakiLicense } from './licenses.ts';

const origin = 'https://api.meraki.com';

export const accounts: readonly Account<MerakiLicense>[] = [
  {
    id: '2c9f4b1d-8e37-4a60-b5d2-6f1a7c3e9021',
    label: 'Cisco Meraki',
    origin,
    credential: 'meraki-key-main',
    licenses: mainLicenses,
  },
  {
    id: '2c9f4b1d-8e37-4a60-b5d2-6f1a7c3e9022',
    label: 'Cisco Meraki, organization without per-device licensing',
    origin,
    credential: 'meraki-key-coterm',
    licenses: coTermLicenses,
  },
  {
    id: '2c9f4b1d-8e37-4a60-b5d2-6f1a7c3e9023',
    label: 'Cisco Meraki, must be connected again',
    origin,
    credential: 'meraki-key-revoked',
    status: 'needs_reauth',
    refuses: failures.unauthorized,
    licenses: mainLicenses,
  },
  {
    id: '2c9f4b1d-8e37-4a60-b5d2-6f1a7c3e9024',
    label: 'Cisco Meraki, blocked',
    origin,
    credential: 'meraki-key-blocked',
    status: 'blocked',
    licenses: mainLicenses,
  },
  {
    id: '2c9f4b1d-8e37-4a60-b5d2-6f1a7c3e9025',
    label: 'Cisco Meraki, failures of the vendor',
    origin,
    credential: 'meraki-key-failing',
    licenses: failingLicenses,
  },
];
