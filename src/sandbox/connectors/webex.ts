import { accounts } from '../vendors/webex/accounts.ts';
import { answer } from '../vendors/webex/server.ts';
import type { Connector } from './connector.ts';

/**
 * Webex. Truto does not publish its mapping: which field fills which is Truto's support matrix and our reasoning. By the
 * matrix the total stays in `remote_data`, and so do the assigned users. That `include_assigned_to` becomes Webex's own
 * `includeAssignedTo` is a reading.
 */
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
  /** The scope's name is read from a text that was observed; Webex documents no such field. */
  failure({ status, message }) {
    const scope = status === 403 ? /Missing required scope: (\S+)/.exec(message)?.[1] : undefined;
    return scope === undefined ? {} : { missingScopes: [scope] };
  },
  accounts,
  fetch: answer,
};
