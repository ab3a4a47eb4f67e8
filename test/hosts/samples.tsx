import type { ReactNode } from 'react';
import { LicenseError } from '../../src/client/index.ts';
import {
  License,
  LicenseView,
  ProductsList,
  ProductStatusBadge,
  RolesList,
  SeatUsage,
} from '../../src/index.ts';
import { JsonTree } from '../../src/json/index.ts';
import { full } from '../components/samples.ts';

const never = () => new Promise<never>(() => {});
const ready = { fetchedAt: Date.UTC(2026, 0, 5), onRefresh: never, loadRemoteData: never };
const body = {
  id: full.id,
  totalUnits: 500,
  consumedUnits: 412,
  isBundled: false,
  siteUrl: null,
  licenseKey: 'a-license-key',
  users: [{ email: 'ada@example.com', displayName: 'Ada \u202eLovelace' }],
};
const load = async () => {
  const text = JSON.stringify(body);
  return { text, contentType: 'application/json', bytes: text.length };
};
const error = (code: LicenseError['code']) => new LicenseError({ code, status: 403, requestId: 'req-1' });

/** What a host may show of the kit, one of each kind, by name. */
export const samples: Readonly<Record<string, ReactNode>> = {
  full: <LicenseView license={full} vendor="webex" maxRoles={2} {...ready} />,
  compact: <LicenseView license={full} vendor="webex" density="compact" maxProducts={2} {...ready} />,
  webex: (
    <LicenseView
      license={{ id: 'Y2lzY29zcGFyazovL3VzL0xJQ0VOU0Uv', name: 'Webex Calling', assigned_quantity: 53 }}
      vendor="webex"
      {...ready}
    />
  ),
  meraki: (
    <LicenseView
      license={{ id: '900100200300402', status: 'active', available_quantity: 25, created_at: null }}
      vendor="cisco_meraki"
      {...ready}
    />
  ),
  stale: <LicenseView license={full} error={error('upstream')} inspector="none" {...ready} />,
  loading: <LicenseView vendor="salesforce" loadRemoteData={never} />,
  forbidden: <LicenseView licenseId={full.id} error={error('forbidden')} onRefresh={never} />,
  missing: <LicenseView licenseId={full.id} error={error('not_found')} onRefresh={never} />,
  raw: (
    <LicenseView
      license={full}
      vendor="webex"
      {...ready}
      loadRemoteData={load}
      view="raw"
      redact={['licenseKey']}
    />
  ),
  json: <JsonTree text={JSON.stringify(body)} search="Lovelace" expandDepth={2} />,
  'no json': <JsonTree text={'{"id": 1,\n"name": }'} />,
  products: <ProductsList products={full.products} max={3} />,
  roles: <RolesList roles={full.roles} max={2} />,
  seats: (
    <>
      <SeatUsage assigned={412} available={500} />
      <SeatUsage assigned={130} available={120} vendor="salesforce" />
    </>
  ),
  badges: (
    <x-place style={{ display: 'flex', gap: 8, margin: 0, padding: 0 }}>
      <ProductStatusBadge status="active" />
      <ProductStatusBadge status="errored" />
      <ProductStatusBadge status="beyond_us" />
    </x-place>
  ),
  refreshing: <LicenseView license={full} isRefreshing inspector="none" {...ready} />,
  parts: (
    <License.Root license={full} vendor="webex">
      <License.Header />
      <License.Seats />
    </License.Root>
  ),
};

/** Each sample in a place of its own, so that one that grows moves no other. */
export function Samples(): ReactNode {
  return Object.entries(samples).map(([name, sample], index) => (
    <x-place
      key={name}
      data-sample={name}
      style={{
        boxSizing: 'border-box',
        position: 'absolute',
        display: 'flow-root',
        insetInlineStart: 8 + (index % 6) * 440,
        insetBlockStart: 8 + Math.floor(index / 6) * 760,
        inlineSize: 420,
        margin: 0,
        padding: 4,
        border: 0,
        background: 'white',
      }}
    >
      {sample}
    </x-place>
  ));
}

declare module 'react' {
  // oxlint-disable-next-line typescript/no-namespace -- React's types have no other place for an element of one's own
  namespace JSX {
    interface IntrinsicElements {
      /** An element that no host has a rule for. */
      'x-place': React.HTMLAttributes<HTMLElement> & React.RefAttributes<HTMLElement>;
    }
  }
}
