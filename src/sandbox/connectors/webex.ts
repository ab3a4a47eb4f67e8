import { accounts } from '../accounts/webex.ts';
import { answer } from '../vendors/webex.ts';
import type { Connector } from './connector.ts';

export const webex: Connector<'webex'> = {
  vendor: 'webex',
  mapping: `response.{
    "id": id,
    "name": name,
    "assigned_quantity": consumedUnits
  }`,
  url(licenseId, { includeAssignedTo }, origin) {
    const url = new URL(`/v1/licenses/${encodeURIComponent(licenseId)}`, origin);
    if (includeAssignedTo) url.searchParams.set('includeAssignedTo', includeAssignedTo);
    return url;
  },
  failure(status, body) {
    const scope =
      status === 403 ? /Missing required scope: (\S+)/.exec(JSON.stringify(body))?.[1] : undefined;
    return scope ? { missingScopes: [scope.replace(/[",}\]].*$/, '')] } : {};
  },
  accounts,
  fetch: answer,
};
