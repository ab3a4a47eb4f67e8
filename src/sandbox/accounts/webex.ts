import type { Account, VendorLicense } from '../connectors/connector.ts';
import { lazily, print } from '../json.ts';
import type { WebexFailure } from '../vendors/webex.ts';

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
  readonly users?: readonly WebexUser[];
  /** What is answered instead of the record. */
  readonly fails?: WebexFailure;
}

export interface WebexAccount extends Account<WebexLicense> {
  /** What every request of this connection is answered with. */
  readonly refuses?: WebexFailure;
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

const origin = 'https://webexapis.com';

const webex = ({
  label,
  record,
  users,
}: {
  label: string;
  record: WebexRecord;
  users?: readonly WebexUser[];
}): WebexLicense => ({ id: record.id, label, body: print(record), ...(users && { users }) });

const fixtures = lazily<WebexLicense>(() => [
  webex({
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
  }),
  webex({
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
  }),
  webex({
    label: 'Free entitlement, everybody has it',
    record: {
      id: 'Y2lzY29zcGFyazovL3VzL0xJQ0VOU0UvNWIxZDNjN2UtMGE0Zi00ZTYyLTlkMTgtN2YyMGMzYTZiOWUxOkZNU183MWIwZTJjOC05NGQ1LTRmMzYtYTFlNy02YzNkOWY4MGIyNGE',
      name: 'Basic Messaging',
      totalUnits: 318,
      consumedUnits: 318,
      consumedByUsers: 318,
      consumedByWorkspaces: 0,
    },
  }),
  webex({
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
  }),
  webex({
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
  }),
]);

export const accounts: readonly WebexAccount[] = [
  {
    id: '7d6b6a2e-4f0c-4d7b-9a41-3c1f5a0e8b11',
    label: 'Webex',
    origin,
    credential: 'webex-tenant-main',
    licenses: fixtures,
  },
  {
    id: '7d6b6a2e-4f0c-4d7b-9a41-3c1f5a0e8b12',
    label: 'Webex, connection to be renewed',
    origin,
    credential: 'webex-tenant-renew',
    status: 'needs_reauth',
    licenses: fixtures,
  },
  {
    id: '7d6b6a2e-4f0c-4d7b-9a41-3c1f5a0e8b13',
    label: 'Webex, blocked',
    origin,
    credential: 'webex-tenant-blocked',
    status: 'blocked',
    licenses: fixtures,
  },
];
