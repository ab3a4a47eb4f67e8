import type { StoryObj } from '@storybook/react-vite';
import type { ComponentType, ReactNode } from 'react';
import { expect, type within } from 'storybook/test';
import { LicenseCard } from '../../src/components/index.ts';
import type { Tone } from '../../src/components/tone.ts';
import { licenseOf } from '../accounts.ts';
import './dashboard.css';

type Scheme = 'light' | 'dark';

/** What a host's library needs around its components: a provider, a class, an attribute. */
export interface HostProps {
  scheme: Scheme;
  children: ReactNode;
}

/**
 * In forced colors what is behind a text is the reader's, and the text too, but axe reads the color that the page asked
 * for: light text where a story forces the dark scheme, and the reverse.
 */
export const checksOfColor = {
  rules: [{ id: 'color-contrast', enabled: import.meta.env['VITE_STORIES'] !== 'forced-colors' }],
};

/** The kit's parts are checked in the midst of the library's, which its own makers check. */
export const hostParameters = {
  bare: true,
  controls: { disable: true },
  a11y: { context: '[data-lk-part="license"]', config: checksOfColor },
};

/** Rows of the table that each host draws with its own components. */
export const connections: readonly { vendor: string; seats: string; state: string; tone: Tone }[] = [
  { vendor: 'Salesforce', seats: '182 of 200', state: 'Connected', tone: 'positive' },
  { vendor: 'Webex', seats: '53', state: 'Syncing', tone: 'info' },
  { vendor: 'Cisco Meraki', seats: '25', state: 'Expires soon', tone: 'caution' },
];

const full = licenseOf('salesforce', 'Every field filled');
const partial = licenseOf('webex', 'Meetings suite');
const refused = licenseOf('salesforce', '97 of 120', 'must be connected again');

/** A license with every field. */
const FullCard = () => <LicenseCard {...full} headingLevel={2} maxProducts={4} maxRoles={3} />;

/** A license of three fields. */
const PartialCard = () => <LicenseCard {...partial} headingLevel={2} />;

function reconnect() {}

/** The cards are there, so that what is checked is what is meant to be. */
async function cardsAreThere({ canvas }: { canvas: ReturnType<typeof within> }) {
  await expect(await canvas.findByRole('heading', { name: 'Figma Organization' })).toBeVisible();
  for (const heading of await canvas.findAllByRole('heading', { name: 'Webex Meetings Suite' }))
    await expect(heading).toBeVisible();
}

/** What a library draws of the dashboard with its own components. */
interface HostLibrary {
  Host: ComponentType<HostProps>;
  /** The head of the page, with buttons and tabs. */
  Top: ComponentType;
  /** A card beside the kit's, with the table of connections. */
  Connections: ComponentType;
}

/** The kit's cards among the components of a library. */
export const inADashboard = ({ Host, Top, Connections }: HostLibrary): StoryObj => ({
  render: (_, { globals }) => (
    <Host scheme={globals['scheme']}>
      <main className="host-page">
        <Top />
        <div className="host-grid">
          <Connections />
          <FullCard />
          <div className="host-column">
            <PartialCard />
            <LicenseCard {...refused} headingLevel={2} onReconnect={reconnect} />
          </div>
        </div>
      </main>
    </Host>
  ),
  play: cardsAreThere,
});

const opposite: Record<Scheme, Scheme> = { light: 'dark', dark: 'light' };

/** A part of the page in the other scheme, and a part of that in the page's again. */
export const schemeInScheme = (Host: ComponentType<HostProps>): StoryObj => ({
  render: (_, { globals }) => {
    const scheme: Scheme = globals['scheme'];
    return (
      <Host scheme={scheme}>
        <main className="host-page">
          <PartialCard />
          <Host scheme={opposite[scheme]}>
            <div className="host-island">
              <FullCard />
              <Host scheme={scheme}>
                <div className="host-island">
                  <PartialCard />
                </div>
              </Host>
            </div>
          </Host>
        </main>
      </Host>
    );
  },
  play: cardsAreThere,
});
