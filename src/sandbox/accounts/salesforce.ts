import type { Account, VendorLicense } from '../connectors/connector.ts';
import { lazily, print } from '../json.ts';
import type { SalesforceFailure } from '../vendors/salesforce.ts';

export interface SalesforceLicense extends VendorLicense {
  /** The sObject the record is of. */
  readonly object: string;
  readonly body: string;
  /** What is answered instead of the record. */
  readonly fails?: SalesforceFailure;
}

export interface SalesforceAccount extends Account<SalesforceLicense> {
  /** What every request of this connection is answered with. */
  readonly refuses?: SalesforceFailure;
}

interface SalesforceRecord {
  readonly attributes: { readonly type: string; readonly url: string };
  readonly Id: string;
  readonly [field: string]: unknown;
}

const origin = 'https://example-org.my.salesforce.com';

const record = (label: string, fields: SalesforceRecord): SalesforceLicense => ({
  id: fields.Id,
  label,
  object: fields.attributes.type,
  body: print(fields),
});

const fixtures = lazily<SalesforceLicense>(() => [
  record('97 of 120 seats', {
    attributes: {
      type: 'UserLicense',
      url: '/services/data/v67.0/sobjects/UserLicense/100Xa0000000AbCIAU',
    },
    Id: '100Xa0000000AbCIAU',
    LicenseDefinitionKey: 'SFDC',
    TotalLicenses: 120,
    Status: 'Active',
    UsedLicenses: 97,
    UsedLicensesLastUpdated: '2026-11-22T05:00:00.000+0000',
    Name: 'Salesforce',
    MasterLabel: 'Salesforce',
    MonthlyLoginsUsed: null,
    MonthlyLoginsEntitlement: null,
    CreatedDate: '2021-03-09T14:05:41.000+0000',
    LastModifiedDate: '2026-08-17T06:12:03.000+0000',
    SystemModstamp: '2026-08-17T06:12:03.000+0000',
  }),
  record('Over-assigned: 7 of 5 seats', {
    attributes: {
      type: 'UserLicense',
      url: '/services/data/v67.0/sobjects/UserLicense/100Xa0000000AbDIAU',
    },
    Id: '100Xa0000000AbDIAU',
    LicenseDefinitionKey: 'AUL',
    TotalLicenses: 5,
    Status: 'Active',
    UsedLicenses: 7,
    UsedLicensesLastUpdated: '2026-11-21T05:00:00.000+0000',
    Name: 'Salesforce Platform',
    MasterLabel: 'Salesforce Platform',
    MonthlyLoginsUsed: null,
    MonthlyLoginsEntitlement: null,
    CreatedDate: '2022-01-18T10:30:00.000+0000',
    LastModifiedDate: '2026-02-02T02:02:02.000+0000',
    SystemModstamp: '2026-02-02T02:02:02.000+0000',
  }),
  record('Disabled, zero seats', {
    attributes: {
      type: 'UserLicense',
      url: '/services/data/v67.0/sobjects/UserLicense/100Xa0000000AbEIAU',
    },
    Id: '100Xa0000000AbEIAU',
    LicenseDefinitionKey: 'PID_Customer_Community_Login',
    TotalLicenses: 0,
    Status: 'Disabled',
    UsedLicenses: 0,
    UsedLicensesLastUpdated: '2026-11-22T05:00:00.000+0000',
    Name: 'PID_Customer_Community_Login',
    MasterLabel: 'Customer Community Login',
    MonthlyLoginsUsed: 412,
    MonthlyLoginsEntitlement: 1000,
    CreatedDate: '2019-07-01T00:00:00.000+0000',
    LastModifiedDate: '2024-07-01T00:00:00.000+0000',
    SystemModstamp: '2024-07-01T00:00:00.000+0000',
  }),
  record('Free; French and Japanese name', {
    attributes: {
      type: 'UserLicense',
      url: '/services/data/v67.0/sobjects/UserLicense/100Xa0000000AbFIAU',
    },
    Id: '100Xa0000000AbFIAU',
    LicenseDefinitionKey: 'PID_FDC_FREE',
    TotalLicenses: 100,
    Status: 'Active',
    UsedLicenses: 12,
    UsedLicensesLastUpdated: '2026-11-22T05:00:00.000+0000',
    Name: 'Force.com - Free',
    MasterLabel: 'Lightning Platform – Gratuité (無料ライセンス)',
    MonthlyLoginsUsed: null,
    MonthlyLoginsEntitlement: null,
    CreatedDate: '2020-11-30T23:59:59.000+0000',
    LastModifiedDate: '2025-12-31T23:59:59.000+0000',
    SystemModstamp: '2025-12-31T23:59:59.000+0000',
  }),
  record('Managed package on trial, full', {
    attributes: {
      type: 'PackageLicense',
      url: '/services/data/v67.0/sobjects/PackageLicense/050Xa0000000AbGIAU',
    },
    Id: '050Xa0000000AbGIAU',
    Status: 'Trial',
    IsProvisioned: true,
    AllowedLicenses: 10,
    UsedLicenses: 10,
    ExpirationDate: '2026-12-15T00:00:00.000+0000',
    CreatedDate: '2026-11-15T09:09:09.000+0000',
    LastModifiedDate: '2026-11-15T09:09:09.000+0000',
    SystemModstamp: '2026-11-15T09:09:09.000+0000',
    NamespacePrefix: 'acme_101',
    IsAvailableForIntegrations: false,
  }),
]);

/** A record of the custom object some organizations keep their SaaS licenses in. */
const saas = (label: string, id: string, fields: Readonly<Record<string, unknown>>): SalesforceLicense =>
  record(label, {
    attributes: { type: 'SaaS_License__c', url: `/services/data/v67.0/sobjects/SaaS_License__c/${id}` },
    Id: id,
    ...fields,
  });

const customised = lazily<SalesforceLicense>(() => [
  saas('Every field filled; products in all six statuses', 'a0LXa0000001AaAIAU', {
    Name: 'Figma Organization',
    Description__c: 'Design and prototyping for product teams, billed yearly.',
    State__c: 'Live',
    Seats_Used__c: 182,
    Seats_Total__c: 200,
    Price_Per_Seat__c: 45,
    CurrencyIsoCode: 'USD',
    Paid__c: true,
    Products__c: [
      'fig-design | Figma Design | active',
      'fig-jam | FigJam | inactive',
      'fig-dev | Dev Mode | errored',
      'fig-slides | Figma Slides | needs_input',
      'fig-sites | Figma Sites | needs_confirmation',
      'fig-buzz | Figma Buzz | pending',
    ].join('\n'),
    Roles__c: 'Organization Admin;Workspace Admin;Editor;Viewer',
    CreatedDate: '2023-04-12T08:15:00.000+0000',
    LastModifiedDate: '2026-11-20T16:40:12.000+0000',
  }),
]);

/** How this account maps its custom object: products are lines `id | name | status`, roles a multi-select picklist. */
const customMapping = `response.{
  "id": Id,
  "name": Name,
  "description": Description__c,
  "status": State__c = "Live" ? "active" : State__c = "Ended" ? "inactive" : State__c,
  "assigned_quantity": Seats_Used__c,
  "available_quantity": Seats_Total__c,
  "unit_amount": Price_Per_Seat__c,
  "currency": CurrencyIsoCode,
  "is_paid": Paid__c,
  "products": $type(Products__c) = "string" ? [$split(Products__c, "\\n").(
    $columns := $split($, " | ");
    { "id": $columns[0], "name": $columns[1], "status": $columns[2] }
  )],
  "roles": $type(Roles__c) = "string" ? [$split(Roles__c, ";").{ "id": $lowercase($replace($, " ", "-")), "name": $ }],
  "created_at": CreatedDate,
  "updated_at": LastModifiedDate
}`;

export const accounts: readonly SalesforceAccount[] = [
  {
    id: 'e4a1c7d0-5b92-4c38-8f16-9d2b0a7e6f31',
    label: 'Salesforce',
    origin,
    credential: 'salesforce-tenant-main',
    licenses: fixtures,
  },
  {
    id: 'e4a1c7d0-5b92-4c38-8f16-9d2b0a7e6f32',
    label: 'Salesforce, own mapping that fills every field',
    origin,
    credential: 'salesforce-tenant-mapped',
    mapping: customMapping,
    licenses: customised,
  },
];
