import type { Account } from '../../connectors/connector.ts';
import { failures } from './failures.ts';
import { customLicenses, failingLicenses, mainLicenses, type SalesforceLicense } from './licenses.ts';

const origin = 'https://example-org.my.salesforce.com';

/** How one account maps its custom object: a line `id | name | status` a product, a multi-select picklist of roles. */
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
  )] : [],
  "roles": $type(Roles__c) = "string" ? [
    $split(Roles__c, ";").{ "id": $lowercase($replace($, " ", "-")), "name": $ }
  ] : [],
  "created_at": CreatedDate,
  "updated_at": LastModifiedDate
}`;

export const accounts: readonly Account<SalesforceLicense>[] = [
  {
    id: 'e4a1c7d0-5b92-4c38-8f16-9d2b0a7e6f31',
    label: 'Salesforce',
    origin,
    credential: 'salesforce-session-main',
    licenses: mainLicenses,
  },
  {
    id: 'e4a1c7d0-5b92-4c38-8f16-9d2b0a7e6f32',
    label: 'Salesforce, own mapping that fills every field',
    origin,
    credential: 'salesforce-session-custom',
    mapping: customMapping,
    licenses: customLicenses,
  },
  {
    id: 'e4a1c7d0-5b92-4c38-8f16-9d2b0a7e6f33',
    label: 'Salesforce, must be connected again',
    origin,
    credential: 'salesforce-session-expired',
    status: 'needs_reauth',
    refuses: failures.invalidSession,
    licenses: mainLicenses,
  },
  {
    id: 'e4a1c7d0-5b92-4c38-8f16-9d2b0a7e6f34',
    label: 'Salesforce, blocked',
    origin,
    credential: 'salesforce-session-blocked',
    status: 'blocked',
    licenses: mainLicenses,
  },
  {
    id: 'e4a1c7d0-5b92-4c38-8f16-9d2b0a7e6f35',
    label: 'Salesforce, daily limit reached',
    origin,
    credential: 'salesforce-session-limited',
    refuses: failures.requestLimitExceeded,
    licenses: mainLicenses,
  },
  {
    id: 'e4a1c7d0-5b92-4c38-8f16-9d2b0a7e6f36',
    label: 'Salesforce, failures of the vendor',
    origin,
    credential: 'salesforce-session-failing',
    licenses: failingLicenses,
  },
];
