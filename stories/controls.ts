import type { ArgTypes } from '@storybook/react-vite';

const none = { control: false } as const;
const number = { control: { type: 'number', min: 0 } } as const;
const text = { control: 'text' } as const;

/** Controls of the props that several components share, where Storybook cannot tell them from the type. */
export const controls = {
  vendor: { control: 'select', options: [undefined, 'cisco_meraki', 'salesforce', 'webex'] },
  nearlyFullAt: { control: { type: 'range', min: 0, max: 1, step: 0.05 } },
  max: number,
  heading: none,
} satisfies ArgTypes;

/** Controls of a card. */
export const cardControls = {
  vendor: controls.vendor,
  nearlyFullAt: controls.nearlyFullAt,
  density: { control: 'inline-radio', options: ['comfortable', 'compact'] },
  headingLevel: { control: { type: 'number', min: 1, max: 6 } },
  inspector: { control: 'inline-radio', options: ['lazy', 'none'] },
  view: { control: 'inline-radio', options: [undefined, 'unified', 'raw'] },
  maxProducts: number,
  maxRoles: number,
  redact: { control: 'object' },
  onReconnect: none,
  onViewChange: none,
  icon: none,
  actions: none,
  renderError: none,
  renderNotFound: none,
} satisfies ArgTypes;

/** Controls of the data of a card. */
export const dataControls = {
  license: { control: 'object' },
  licenseId: text,
  issues: { control: 'object' },
  error: none,
  fetchedAt: { control: 'date' },
  isRefreshing: { control: 'boolean' },
  onRefresh: none,
  loadRemoteData: none,
} satisfies ArgTypes;

/** Controls of the parameters of a request. */
export const paramControls = {
  licenseId: text,
  integratedAccountId: text,
  organizations: text,
  includeAssignedTo: { control: 'inline-radio', options: [undefined, 'user'] },
  excludeFields: { control: 'object' },
  ignoreRemoteData: { control: 'boolean' },
  remoteQuery: { control: 'object' },
  refreshWhilePending: { control: 'boolean' },
  client: none,
} satisfies ArgTypes;
