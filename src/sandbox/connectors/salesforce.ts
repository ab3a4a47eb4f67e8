import { accounts } from '../vendors/salesforce/accounts.ts';
import { answer } from '../vendors/salesforce/server.ts';
import type { Connector } from './connector.ts';

/** The first three characters of a Salesforce id name its object. Which objects Truto asks for is not published. */
const objects: Readonly<Record<string, string>> = {
  '050': 'PackageLicense',
  '0PL': 'PermissionSetLicense',
  a0L: 'SaaS_License__c',
};

/**
 * Salesforce. Truto does not publish its mapping: which field fills which is Truto's support matrix and our reasoning.
 * `is_paid` is reasoned most: a package says it in its status; a user license is paid unless it calls itself free.
 * Dates pass as Salesforce writes them, `2013-05-20T20:49:32.000+0000`.
 */
export const salesforce: Connector<'salesforce'> = {
  vendor: 'salesforce',
  mapping: `response.(
    $package := attributes.type = "PackageLicense";
    {
      "id": Id,
      "name": MasterLabel ?: Name ?: NamespacePrefix,
      "assigned_quantity": UsedLicenses,
      "available_quantity": $package ? AllowedLicenses : TotalLicenses,
      "created_at": CreatedDate,
      "updated_at": LastModifiedDate,
      "status":
        Status = "Active" ? "active" :
        $package and Status in ["Free", "Trial"] ? "active" :
        Status = ($package ? "Expired" : "Disabled") ? "inactive",
      "is_paid":
        $package ? (Status in ["Free", "Trial"] ? false : Status in ["Active", "Expired"] ? true) :
        $exists(LicenseDefinitionKey) ? $not(
          LicenseDefinitionKey = "PID_FDC_FREE" or
          $contains($string(Name), /\\bFree\\b/) or
          $contains($string(MasterLabel), /\\bFree\\b/)
        )
    }
  )`,
  url: (licenseId, _query, origin) =>
    new URL(
      `/services/data/v67.0/sobjects/${objects[licenseId.slice(0, 3)] ?? 'UserLicense'}/${encodeURIComponent(licenseId)}`,
      origin,
    ),
  accounts,
  fetch: answer,
};
