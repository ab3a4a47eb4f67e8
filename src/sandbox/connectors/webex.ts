import { accounts } from '../vendors/webex/accounts.ts';
import { answer } from '../vendors/webex/server.ts';
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
  failure({ status, message }) {
    const scope = status === 403 ? /Missing required scope: (\S+)/.exec(message)?.[1] : undefined;
    return scope === undefined ? {} : { missingScopes: [scope] };
  },
  accounts,
  fetch: answer,
};
