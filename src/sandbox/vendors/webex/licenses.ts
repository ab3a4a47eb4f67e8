import type { VendorLicense } from '../../connectors/connector.ts';
import { lazily, print } from '../records.ts';
import { failures } from './failures.ts';

/** A person a license is assigned to. */
export interface WebexUser {
  readonly id: string;
  readonly type: 'INTERNAL' | 'EXTERNAL';
  readonly displayName: string;
  readonly email: string;
}

export interface WebexLicense extends VendorLicense {
  /** The record without `users`. */
  readonly body: string;
  /** Who holds it: part of the record when `includeAssignedTo=user` asks for it. */
  readonly users?: () => readonly WebexUser[];
}

interface WebexRecord {
  readonly id: string;
  readonly name: string;
  readonly totalUnits: number;
  readonly consumedUnits: number;
  readonly consumedByUsers?: number | null;
  readonly consumedByWorkspaces?: number | null;
  readonly subscriptionId?: string;
  readonly siteUrl?: string;
  readonly siteType?: string;
}

interface Source {
  readonly label: string;
  readonly record: WebexRecord;
  readonly users?: readonly WebexUser[];
}

const license = ({ label, record, users }: Source): WebexLicense => ({
  id: record.id,
  label,
  body: print(record),
  ...(users && { users: () => users }),
});

/** Webex ids are long base64 without padding: an address inside the Cisco cloud. */
const cloudId = (path: string) => btoa(`ciscospark://us/${path}`).replaceAll('=', '');
const licenseId = (code: string) => cloudId(`LICENSE/5b1d3c7e-0a4f-4e62-9d18-7f20c3a6b9e1:${code}`);

const everyday: readonly Source[] = [
  {
    label: 'Meetings suite, three quarters used',
    record: {
      id: 'Y2lzY29zcGFyazovL3VzL0xJQ0VOU0UvNWIxZDNjN2UtMGE0Zi00ZTYyLTlkMTgtN2YyMGMzYTZiOWUxOkVFXzJjOWE1MWQ0LTZmMGItNGI3ZS04YTM1LWQxZTA3YzRmOWI2MF9zaXRlNy1leGFtcGxlLndlYmV4LmNvbQ',
      name: 'Webex Meetings Suite',
      totalUnits: 250,
      consumedUnits: 187,
      consumedByUsers: 180,
      consumedByWorkspaces: 7,
      subscriptionId: 'Sub-example-2041a',
      siteUrl: 'site7-example.webex.com',
      siteType: 'Control Hub managed site',
    },
  },
  {
    label: 'More in use than bought',
    record: {
      id: 'Y2lzY29zcGFyazovL3VzL0xJQ0VOU0UvNWIxZDNjN2UtMGE0Zi00ZTYyLTlkMTgtN2YyMGMzYTZiOWUxOkJDU1REXzllNGY3YTEwLTNjMjUtNGQ4Yi1iNmYxLTA1YTJjOGQ3ZTk0Mw',
      name: 'Webex Calling - Professional',
      totalUnits: 50,
      consumedUnits: 53,
      consumedByUsers: 49,
      consumedByWorkspaces: 4,
      subscriptionId: 'Sub-example-2041a',
    },
  },
  {
    label: 'Free entitlement, everybody has it',
    record: {
      id: 'Y2lzY29zcGFyazovL3VzL0xJQ0VOU0UvNWIxZDNjN2UtMGE0Zi00ZTYyLTlkMTgtN2YyMGMzYTZiOWUxOkZNU183MWIwZTJjOC05NGQ1LTRmMzYtYTFlNy02YzNkOWY4MGIyNGE',
      name: 'Basic Messaging',
      totalUnits: 318,
      consumedUnits: 318,
      consumedByUsers: 318,
      consumedByWorkspaces: 0,
    },
  },
  {
    label: 'Nobody uses it; unicode name',
    record: {
      id: 'Y2lzY29zcGFyazovL3VzL0xJQ0VOU0UvNWIxZDNjN2UtMGE0Zi00ZTYyLTlkMTgtN2YyMGMzYTZiOWUxOkJDUkxDX2Q4M2MwNmY1LTFlNzktNDJhYi05MGM0LWI3ZjVlMmExNjkzZA',
      name: 'Webex Calling – Télétravail Zürich · 東京',
      totalUnits: 10,
      consumedUnits: 0,
      consumedByUsers: null,
      consumedByWorkspaces: null,
      subscriptionId: 'Sub-example-7718c',
    },
  },
  {
    label: 'Five users, internal and external',
    record: {
      id: 'Y2lzY29zcGFyazovL3VzL0xJQ0VOU0UvNWIxZDNjN2UtMGE0Zi00ZTYyLTlkMTgtN2YyMGMzYTZiOWUxOkNGXzRhNmUxYjkzLTdkMDItNGM1OC04ZjlhLWUzNTBkN2MyYjgxNl9zaXRlOS1leGFtcGxlLndlYmV4LmNvbQ',
      name: 'Meeting - Webex Meeting Center',
      totalUnits: 5,
      consumedUnits: 5,
      consumedByUsers: 5,
      consumedByWorkspaces: 0,
      subscriptionId: 'Sub-example-2041a',
      siteUrl: 'site9-example.webex.com',
      siteType: 'Linked site',
    },
    users: [
      {
        id: 'Y2lzY29zcGFyazovL3VzL1BFT1BMRS8wMDAwMDAwMC0xMTExLTQyMjItODMzMy0wMDAwMDAwMDAwMDE',
        type: 'INTERNAL',
        displayName: 'Ada Fixture',
        email: 'ada.fixture@example.com',
      },
      {
        id: 'Y2lzY29zcGFyazovL3VzL1BFT1BMRS8wMDAwMDAwMC0xMTExLTQyMjItODMzMy0wMDAwMDAwMDAwMDI',
        type: 'INTERNAL',
        displayName: 'Bo Placeholder',
        email: 'bo.placeholder@example.com',
      },
      {
        id: 'Y2lzY29zcGFyazovL3VzL1BFT1BMRS8wMDAwMDAwMC0xMTExLTQyMjItODMzMy0wMDAwMDAwMDAwMDM',
        type: 'INTERNAL',
        displayName: 'Zoë Beispiel-Größe',
        email: 'zoe.beispiel@example.com',
      },
      {
        id: 'Y2lzY29zcGFyazovL3VzL1BFT1BMRS8wMDAwMDAwMC0xMTExLTQyMjItODMzMy0wMDAwMDAwMDAwMDQ',
        type: 'INTERNAL',
        displayName: '見本 花子',
        email: 'hanako.mihon@example.com',
      },
      {
        id: 'Y2lzY29zcGFyazovL3VzL1BFT1BMRS8wMDAwMDAwMC0xMTExLTQyMjItODMzMy0wMDAwMDAwMDAwMDU',
        type: 'EXTERNAL',
        displayName: 'Contractor Sample',
        email: 'contractor.sample@example.com',
      },
    ],
  },
];

/** 450 people: a page holds 300. */
const crowd = lazily<WebexUser>(() =>
  Array.from({ length: 450 }, (_, index) => {
    const number = String(index + 1).padStart(4, '0');
    return {
      id: cloudId(`PEOPLE/00000000-2222-4333-8444-00000000${number}`),
      type: index % 9 === 8 ? 'EXTERNAL' : 'INTERNAL',
      displayName: `Person ${number}`,
      email: `person.${number}@example.com`,
    };
  }),
);

const crowdRecord: WebexRecord = {
  id: licenseId('MC_3c1f5a0e-4f0c-4d7b-9a41-7d6b6a2e8b11'),
  name: 'Webex Messaging',
  totalUnits: 500,
  consumedUnits: 450,
  consumedByUsers: 450,
  consumedByWorkspaces: 0,
  subscriptionId: 'Sub-example-2041a',
};

const rightToLeft: Source = {
  label: 'Right-to-left name, with Latin words inside',
  record: {
    id: licenseId('RTL_5e0c2d9a-11b7-4b3f-8a52-90d1c4e7f602'),
    name: 'اجتماعات Webex للمؤسسات – الخطة Enterprise (٢٠٢٦)',
    totalUnits: 40,
    consumedUnits: 17,
    subscriptionId: 'Sub-example-7718c',
  },
};

const longName: Source = {
  label: 'Very long name without a place to break',
  record: {
    id: licenseId('LONG_0b9d7f31-62c4-4e8e-b7a9-1f3e5d7c9b04'),
    name: `Webex-Contact-Center-${'Premium-Agent-Concurrent-Seat-'.repeat(6)}EMEA`,
    totalUnits: 12,
    consumedUnits: 11,
  },
};

/** Numbers no JavaScript number can hold: one digit off, one far too long, one beyond infinity. */
const bigNumbersId = licenseId('BIG_9007199254740993');
const bigNumbers = `{
  "id": "${bigNumbersId}",
  "name": "Webex Numbers",
  "totalUnits": 9007199254740993,
  "consumedUnits": 9007199254740993,
  "consumedByUsers": 123456789012345678901234567890,
  "consumedByWorkspaces": 1E400,
  "fraction": 0.1000000000000000055511151231257827,
  "negativeZero": -0
}
`;

/** Keys that trip code which takes any object for a dictionary. */
const awkwardKeysId = licenseId('KEYS_6f2b8c1d-3a94-4c05-9e7b-d8a1f0c3e502');
const awkwardKeys = `{
  "id": "${awkwardKeysId}",
  "name": "Webex Keys",
  "consumedUnits": 3,
  "__proto__": { "id": "polluted", "isAdmin": true },
  "constructor": { "prototype": { "polluted": true } },
  "hasOwnProperty": "no function",
  "toString": null,
  "then": "no promise",
  "": "an empty key",
  "a.b[c]": "dots and brackets",
  "twice": 1,
  "twice": 2
}
`;

/** Everyday licenses and the awkward ones. */
export const mainLicenses = lazily<WebexLicense>(() => [
  ...everyday.map(license),
  {
    id: crowdRecord.id,
    label: '450 assigned users, 300 a page',
    body: print(crowdRecord),
    users: crowd,
  },
  license(rightToLeft),
  license(longName),
  { id: bigNumbersId, label: 'Numbers beyond 2^53', body: bigNumbers },
  { id: awkwardKeysId, label: 'Keys like __proto__ and a key given twice', body: awkwardKeys },
]);

const features = ['Meetings', 'Calling', 'Messaging', 'Events', 'Contact Center'];

/** Two hundred, for dashboards that show many. */
export const manyLicenses = lazily<WebexLicense>(() =>
  Array.from({ length: 200 }, (_, index) => {
    const number = String(index + 1).padStart(3, '0');
    const totalUnits = 10 + ((index * 37) % 490);
    return license({
      label: `Number ${index + 1} of 200`,
      record: {
        id: licenseId(`MANY_00000000-3333-4444-8555-000000000${number}`),
        name: `Webex ${features[index % features.length]} ${number}`,
        totalUnits,
        consumedUnits: (index * 53) % (totalUnits + 5),
        subscriptionId: `Sub-example-${number}`,
      },
    });
  }),
);

/** One license a failure of the vendor. */
export const failingLicenses = lazily<WebexLicense>(() =>
  (['tooManyRequests', 'serverError'] as const).map((name) => ({
    id: licenseId(`FAIL_${failures[name].status}`),
    label: `Webex answers ${failures[name].status}`,
    body: '',
    fails: failures[name],
  })),
);

/** The license the reserved faults strike, under the id given. */
export const faultyLicense = (id: string, label: string): WebexLicense =>
  license({
    label,
    record: { id, name: 'Webex Meetings', totalUnits: 100, consumedUnits: 62, consumedByUsers: 62 },
  });
