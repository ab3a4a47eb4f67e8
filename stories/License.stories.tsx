import type { Meta, StoryObj } from '@storybook/react-vite';
import { License } from '../src/components/index.ts';
import { cardControls, dataControls } from './controls.ts';
import { ago, complete } from './licenses.ts';
import './stories.css';

const meta = {
  title: 'Components/License parts',
  component: License.Root,
  subcomponents: {
    Header: License.Header,
    Seats: License.Seats,
    Products: License.Products,
    Roles: License.Roles,
    Details: License.Details,
    Freshness: License.Freshness,
    Inspector: License.Inspector,
  },
  args: { license: complete, vendor: 'webex', fetchedAt: ago.minutes(2) },
  argTypes: {
    ...dataControls,
    vendor: cardControls.vendor,
    density: cardControls.density,
    headingLevel: cardControls.headingLevel,
    onReconnect: cardControls.onReconnect,
    renderError: cardControls.renderError,
    renderNotFound: cardControls.renderNotFound,
  },
  decorators: [
    (Story) => (
      <div className="sb-card">
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof License.Root>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The parts in the order of the card, without its tabs. */
export const Default: Story = {
  render: (args) => (
    <License.Root {...args}>
      <License.Header />
      <License.Seats />
      <License.Products />
      <License.Roles max={3} />
      <License.Details />
      <License.Freshness />
    </License.Root>
  ),
};

/** Whatever the root is told, its parts follow. */
export const Playground: Story = { ...Default, args: { density: 'compact', headingLevel: 2 } };

/** A host's own order, with a part of its own, and what is not wanted left out. */
export const Rearranged: Story = {
  render: (args) => (
    <License.Root {...args}>
      <License.Header icon={null} />
      <License.Products max={2} />
      <p style={{ margin: 0, padding: '12px 16px', borderBlockStart: '1px solid #8884' }}>Cost center 4711</p>
      <License.Seats nearlyFullAt={0.8} />
    </License.Root>
  ),
};

/** Both tabs show a body: the unified license, and the vendor's own. */
export const WithInspector: Story = {
  args: { license: { ...complete, remote_data: { totalUnits: 500, consumedUnits: 412 } } },
  render: (args) => (
    <License.Root {...args}>
      <License.Inspector header={<License.Header />} />
    </License.Root>
  ),
};

/** The name and the seats, for a row of small cards. */
export const Small: Story = {
  args: { density: 'compact' },
  render: (args) => (
    <License.Root {...args}>
      <License.Header />
      <License.Seats />
    </License.Root>
  ),
};
