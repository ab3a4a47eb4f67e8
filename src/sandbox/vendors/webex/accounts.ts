import type { Account } from '../../connectors/connector.ts';
import type { FaultKind } from '../../faults.ts';
import { lazily } from '../records.ts';
import { failures } from './failures.ts';
import { failingLicenses, faultyLicense, mainLicenses, manyLicenses, type WebexLicense } from './licenses.ts';

const origin = 'https://webexapis.com';

/** One reserved license a fault kind: `fault-drop` for `drop`. */
const reserved: Readonly<Record<FaultKind, string>> = {
  status: 'The endpoint answers 500',
  latency: 'The answer comes after two seconds',
  drop: 'The connection is lost before an answer',
  truncate: 'The body ends in its middle',
  stall: 'The answer begins and never ends',
  empty: 'The body is empty',
  html: 'A web page comes instead',
  not_json: 'The body calls itself JSON and is not',
  wrong_shape: 'The body is no license',
  wrong_type: 'Fields have other types than documented',
  wrong_content_type: 'The license comes as text/plain',
  huge: 'The body holds 64 MiB',
};
const reservedKinds = Object.keys(reserved).filter((kind): kind is FaultKind => kind in reserved);
const reservedId = (kind: FaultKind) => `fault-${kind.replaceAll('_', '-')}`;

export const accounts: readonly Account<WebexLicense>[] = [
  {
    id: '7d6b6a2e-4f0c-4d7b-9a41-3c1f5a0e8b11',
    label: 'Webex',
    origin,
    credential: 'webex-access-main',
    licenses: mainLicenses,
  },
  {
    id: '7d6b6a2e-4f0c-4d7b-9a41-3c1f5a0e8b12',
    label: 'Webex, 200 licenses',
    origin,
    credential: 'webex-access-many',
    licenses: manyLicenses,
  },
  {
    id: '7d6b6a2e-4f0c-4d7b-9a41-3c1f5a0e8b13',
    label: 'Webex, must be connected again',
    origin,
    credential: 'webex-access-expired',
    status: 'needs_reauth',
    refuses: failures.unauthorized,
    licenses: mainLicenses,
  },
  {
    id: '7d6b6a2e-4f0c-4d7b-9a41-3c1f5a0e8b14',
    label: 'Webex, blocked',
    origin,
    credential: 'webex-access-blocked',
    status: 'blocked',
    licenses: mainLicenses,
  },
  {
    id: '7d6b6a2e-4f0c-4d7b-9a41-3c1f5a0e8b15',
    label: 'Webex, access withdrawn: the first request turns it to needs_reauth',
    origin,
    credential: 'webex-access-withdrawn',
    refuses: failures.unauthorized,
    licenses: mainLicenses,
  },
  {
    id: '7d6b6a2e-4f0c-4d7b-9a41-3c1f5a0e8b16',
    label: 'Webex, connected without the scope for licenses',
    origin,
    credential: 'webex-access-narrow',
    refuses: failures.missingScope,
    licenses: mainLicenses,
  },
  {
    id: '7d6b6a2e-4f0c-4d7b-9a41-3c1f5a0e8b17',
    label: 'Webex, failures of the vendor',
    origin,
    credential: 'webex-access-failing',
    licenses: failingLicenses,
  },
  {
    id: '7d6b6a2e-4f0c-4d7b-9a41-3c1f5a0e8b18',
    label: 'Webex, one license a fault of the connection',
    origin,
    credential: 'webex-access-faulty',
    faults: reservedKinds.map((kind) => ({ kind, license: reservedId(kind) })),
    licenses: lazily(() => reservedKinds.map((kind) => faultyLicense(reservedId(kind), reserved[kind]))),
  },
];
