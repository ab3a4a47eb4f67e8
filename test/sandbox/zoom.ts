import type { Connector } from '../../src/sandbox/connectors/connector.ts';

/** Everything that a new vendor takes: where it is asked, how its body is read, and an account to ask with. */
export const zoom: Connector<'zoom'> = {
  vendor: 'zoom',
  mapping: `response.{ "id": plan_id, "name": plan_name, "assigned_quantity": hosts }`,
  url: (licenseId, _query, origin) => new URL(`/v2/plans/${encodeURIComponent(licenseId)}`, origin),
  accounts: [
    {
      id: '0f5e1d2c-3b4a-4958-8677-a6b5c4d3e2f1',
      label: 'Zoom',
      origin: 'https://api.zoom.example',
      credential: 'zoom-access',
      licenses: () => [{ id: 'zw-1', label: 'Workplace' }],
    },
  ],
  fetch: ({ url }) => {
    const headers = { 'content-type': 'application/json' };
    return url.endsWith('/zw-1')
      ? { status: 200, headers, body: '{"plan_id":"zw-1","plan_name":"Zoom Workplace","hosts":30}' }
      : { status: 404, headers, body: '{"code":1001,"message":"Plan does not exist"}' };
  },
};
