import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { LicenseCard } from '../src/components/index.ts';
import { licenseOf } from './accounts.ts';
import { cardControls, paramControls } from './controls.ts';
import './stories.css';

const meta = {
  title: 'Components/LicenseCard',
  component: LicenseCard,
  args: licenseOf('webex', 'Meetings suite'),
  argTypes: { ...paramControls, ...cardControls },
  decorators: [
    (Story) => (
      <div className="sb-card">
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof LicenseCard>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'Webex Meetings Suite' })).toBeVisible();
  },
};

export const Playground: Story = { args: { density: 'compact', refreshWhilePending: true } };

export const CiscoMeraki: Story = { args: licenseOf('cisco_meraki', '25 Systems Manager seats') };

export const Salesforce: Story = { args: licenseOf('salesforce', '97 of 120') };

/** An account with a mapping of its own, which fills every field. */
export const EveryField: Story = { args: licenseOf('salesforce', 'Every field filled') };

export const ManyProductsAndRoles: Story = { args: licenseOf('salesforce', 'Forty roles') };

export const RightToLeftName: Story = { args: licenseOf('webex', 'Right-to-left') };

export const LongName: Story = { args: licenseOf('webex', 'Very long name') };

export const Markup: Story = { args: licenseOf('salesforce', 'Markup') };

/** The vendor refuses the account until somebody connects it again. */
export const ReauthRequired: Story = {
  args: { ...licenseOf('salesforce', '97 of 120', 'must be connected again'), onReconnect: () => undefined },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Reconnect' })).toBeVisible();
  },
};

export const Blocked: Story = { args: licenseOf('webex', 'Meetings suite', 'blocked') };

export const MissingScope: Story = { args: licenseOf('webex', 'Meetings suite', 'without the scope') };

export const MissingOrganizations: Story = {
  args: { ...licenseOf('cisco_meraki', '25 Systems Manager seats'), organizations: undefined },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/organizations/, { selector: 'p' })).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible();
  },
};

export const NotFound: Story = {
  args: { ...licenseOf('webex', 'Meetings suite'), licenseId: 'there-is-none' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'License not found' })).toBeVisible();
  },
};

/** The vendor's own body, fetched when its tab is opened. */
export const RawTab: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('tab', { name: 'Raw' }));
    await expect(await canvas.findByText(/consumedUnits/)).toBeVisible();
  },
};

/** Refreshing moves nothing, and the button keeps the focus. */
export const Refresh: Story = {
  play: async ({ canvas }) => {
    const refresh = await canvas.findByRole('button', { name: 'Refresh' });
    refresh.focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(canvas.getByText(/^Fetched/)).toBeVisible());
    await expect(refresh).toHaveFocus();
  },
};
