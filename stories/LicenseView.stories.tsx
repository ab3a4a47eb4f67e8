import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import { LicenseError, type LicenseErrorCode } from '../src/client/index.ts';
import { LicenseProvider, LicenseView } from '../src/index.ts';
import { cardControls, dataControls } from './controls.ts';
import { ago, complete, hostile, long, meraki, salesforce, webex } from './licenses.ts';
import { ar } from './messages/ar.ts';
import { de } from './messages/de.ts';
import { ja } from './messages/ja.ts';
import './stories.css';

const loadRemoteData = async () => {
  const text = '{\n  "id": "Y2lzY29zcGFyazovL3Vz",\n  "totalUnits": 500,\n  "consumedUnits": 412\n}';
  return { text, contentType: 'application/json', bytes: text.length };
};

const meta = {
  title: 'Components/LicenseView',
  component: LicenseView,
  args: {
    license: complete,
    vendor: 'webex',
    fetchedAt: ago.minutes(2),
    onRefresh: fn(),
    loadRemoteData,
    maxRoles: 3,
  },
  argTypes: { ...cardControls, ...dataControls },
  decorators: [
    (Story, { parameters }) => (
      <div className={parameters['isWide'] ? '' : 'sb-card'}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof LicenseView>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {};

export const Playground: Story = {
  args: { density: 'compact', headingLevel: 2, nearlyFullAt: 0.8, actions: <a href="#manage">Manage</a> },
};

/** All that Webex tells. */
export const Webex: Story = { args: { license: webex, vendor: 'webex' } };

/** All that Cisco Meraki tells: the id stands in for a name. */
export const CiscoMeraki: Story = { args: { license: meraki, vendor: 'cisco_meraki' } };

/** All that Salesforce tells. */
export const Salesforce: Story = { args: { license: salesforce, vendor: 'salesforce' } };

/** An id alone is enough. */
export const IdAlone: Story = { args: { license: { id: 'a1' }, vendor: undefined } };

/** Null where the vendor usually has a value: that is unknown, which is not the same as never provided. */
export const UnknownValues: Story = {
  args: {
    license: {
      ...salesforce,
      assigned_quantity: null,
      available_quantity: null,
      created_at: null,
      updated_at: null,
    },
    vendor: 'salesforce',
  },
};

export const NearlyFull: Story = {
  args: { license: { ...salesforce, assigned_quantity: 117 }, vendor: 'salesforce' },
};

export const OverAssigned: Story = {
  args: { license: { ...salesforce, assigned_quantity: 132, status: 'inactive' }, vendor: 'salesforce' },
};

export const Compact: Story = { args: { density: 'compact' } };

/** From 45 rem on the sections stand side by side. */
export const Wide: Story = { tags: ['wide'], parameters: { isWide: true } };

export const WithoutInspector: Story = { args: { inspector: 'none' } };

export const WithIconAndActions: Story = {
  args: {
    icon: (
      <svg viewBox="0 0 36 36" width="36" height="36" aria-hidden="true">
        <circle cx="18" cy="18" r="18" fill="#0b7" />
      </svg>
    ),
    actions: <a href="#manage">Manage</a>,
  },
};

/** The provider was told that amounts are in cents. Untold, the kit shows them as they were sent. */
export const PriceInCents: Story = {
  args: { license: { ...complete, unit_amount: 1450 } },
  decorators: [
    (Story) => (
      <LicenseProvider priceUnit="minor">
        <Story />
      </LicenseProvider>
    ),
  ],
};

export const At320Pixels: Story = {
  decorators: [
    (Story) => (
      <div className="sb-narrow">
        <Story />
      </div>
    ),
  ],
};

export const At200Percent: Story = {
  decorators: [
    (Story) => (
      <div className="sb-zoomed">
        <Story />
      </div>
    ),
  ],
};

export const Loading: Story = {
  args: { license: undefined },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('Loading license…');
  },
};

export const LoadingWebex: Story = { args: { license: undefined, vendor: 'webex' } };

export const LoadingSalesforce: Story = { args: { license: undefined, vendor: 'salesforce' } };

export const Refreshing: Story = { args: { isRefreshing: true } };

/** The last refresh failed: what was there stays, and says how old it is. */
export const Stale: Story = {
  args: {
    license: meraki,
    vendor: 'cisco_meraki',
    fetchedAt: ago.hours(2),
    error: new LicenseError({ code: 'upstream', status: 502 }),
  },
};

const failed = (code: LicenseErrorCode, details: Partial<LicenseError> = {}): Story => ({
  args: {
    license: undefined,
    error: new LicenseError({ requestId: '7f8e1c90-44d2-4d1e-9c3b-2b9f6f6f9a10', ...details, code }),
    onReconnect: fn(),
  },
});

export const RateLimited: Story = failed('rate_limited', {
  status: 429,
  retryAfterMs: 28_000,
  isRemote: true,
});

export const ReauthRequired: Story = {
  ...failed('reauth_required', { status: 401, isRemote: true }),
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Reconnect' }));
    await expect(args.onReconnect).toHaveBeenCalled();
  },
};

export const Forbidden: Story = failed('forbidden', {
  status: 403,
  isRemote: true,
  missingScopes: ['spark-admin:licenses_read', 'spark-admin:people_read'],
});

export const InvalidRequest: Story = failed('invalid_request', {
  status: 400,
  missingParameters: ['organizations'],
});

export const Unauthorized: Story = failed('unauthorized', { status: 401 });

export const Blocked: Story = failed('blocked', { status: 503 });

export const Upstream: Story = {
  ...failed('upstream', {
    status: 502,
    isRemote: true,
    vendorMessage: 'Something went wrong on the server.',
  }),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Details' }));
    await expect(canvas.getByText('7f8e1c90-44d2-4d1e-9c3b-2b9f6f6f9a10')).toBeVisible();
  },
};

/** Trying again is asked of the host, once. */
export const NetworkDown: Story = {
  ...failed('network'),
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }));
    await expect(args.onRefresh).toHaveBeenCalledOnce();
  },
};

export const TimedOut: Story = failed('timeout');

export const Malformed: Story = failed('malformed', { status: 200 });

export const UnexpectedError: Story = { args: { license: undefined, error: new Error('Boom') } };

export const NotFound: Story = failed('not_found', { status: 404, isRemote: true });

/** The host says it in its own way. */
export const OwnError: Story = {
  args: {
    ...failed('network').args,
    renderError: ({ onRetry }) => (
      <p style={{ padding: 16 }}>
        We are offline. <button onClick={() => onRetry?.()}>Again</button>
      </p>
    ),
  },
};

/** The vendor's own body comes when its tab is opened. */
export const RawTab: Story = {
  play: async ({ canvas }) => {
    canvas.getByRole('tab', { name: 'Unified' }).focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect(canvas.getByRole('tab', { name: 'Raw' })).toHaveAttribute('aria-selected', 'true');
    await waitFor(() => expect(canvas.getByText(/consumedUnits/)).toBeVisible());
  },
};

export const CopiedId: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Copy ID' }));
    await waitFor(() => expect(canvas.getByRole('status')).not.toBeEmptyDOMElement());
  },
};

export const LongTexts: Story = { args: { license: long } };

export const HostileTexts: Story = { args: { license: hostile } };

/** Parts that had another type than the API promises are left out, and named. */
export const UnreadableParts: Story = {
  args: {
    license: JSON.parse(
      '{"id":"a1","name":"Half a license","status":["active"],"assigned_quantity":"many","products":{"id":1}}',
    ),
    vendor: undefined,
  },
};

export const German: Story = { parameters: { messages: de }, globals: { locale: 'de' } };

export const Japanese: Story = { parameters: { messages: ja }, globals: { locale: 'ja' } };

export const Arabic: Story = { parameters: { messages: ar }, globals: { locale: 'ar', direction: 'rtl' } };

export const ArabicError: Story = {
  ...failed('rate_limited', { retryAfterMs: 28_000 }),
  parameters: { messages: ar },
  globals: { locale: 'ar', direction: 'rtl' },
};
