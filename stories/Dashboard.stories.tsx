import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { LicenseCard } from '../src/components/index.ts';
import { type Vendor, vendors } from '../src/license/index.ts';
import { licenseOf } from './accounts.ts';
import './Dashboard.css';

const licenses = [
  licenseOf('salesforce', 'Every field filled'),
  licenseOf('salesforce', 'Products that wait'),
  licenseOf('salesforce', 'Over-assigned by 9'),
  licenseOf('webex', 'Meetings suite'),
  licenseOf('salesforce', '97 of 120'),
  licenseOf('cisco_meraki', '25 Systems Manager seats'),
  licenseOf('webex', 'More in use than bought'),
  licenseOf('salesforce', 'Permission set license, nearly full'),
  licenseOf('cisco_meraki', 'Device license, active'),
  licenseOf('salesforce', 'Over-assigned: 7 of 5'),
  licenseOf('webex', 'Meetings suite', 'without the scope'),
  licenseOf('cisco_meraki', 'Device license, active', 'must be connected again'),
];

const names: readonly Vendor[] = ['cisco_meraki', 'salesforce', 'webex'];

/** A page of a host's own, with twelve licenses on it. */
function Dashboard() {
  const [vendor, setVendor] = useState<Vendor | null>(null);
  const shown = licenses.filter((license) => !vendor || license.vendor === vendor);
  return (
    <main className="dashboard">
      <header className="dashboard-header">
        <div>
          <h1>Licenses</h1>
          <p>
            {shown.length} {shown.length === 1 ? 'license' : 'licenses'} from{' '}
            {vendor ? vendors[vendor].label : `${names.length} vendors`}
          </p>
        </div>
        <div role="group" aria-label="Vendor" className="dashboard-filter">
          {[null, ...names].map((each) => (
            <button key={each} type="button" aria-pressed={vendor === each} onClick={() => setVendor(each)}>
              {each ? vendors[each].label : 'All'}
            </button>
          ))}
        </div>
      </header>
      <ul className="dashboard-grid">
        {shown.map((license) => (
          <li key={`${license.integratedAccountId} ${license.licenseId}`}>
            <LicenseCard {...license} headingLevel={2} maxProducts={4} maxRoles={3} onReconnect={reconnect} />
          </li>
        ))}
      </ul>
    </main>
  );
}

function reconnect() {}

const meta = {
  title: 'Pages/Dashboard',
  component: Dashboard,
  tags: ['!autodocs'],
} satisfies Meta<typeof Dashboard>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Twelve licenses of three vendors, in as many states as an administrator meets. */
export const TwelveLicenses: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole('article')).toHaveLength(12);
    await expect(await canvas.findByRole('heading', { name: 'Webex Meetings Suite' })).toBeVisible();
  },
};

/** The filter is the host's; the cards that stay are not fetched again. */
export const OneVendor: Story = {
  play: async ({ canvas }) => {
    const filter = canvas.getByRole('group', { name: 'Vendor' });
    await userEvent.click(within(filter).getByRole('button', { name: 'Cisco Meraki' }));
    await expect(canvas.getAllByRole('article')).toHaveLength(3);
  },
};
