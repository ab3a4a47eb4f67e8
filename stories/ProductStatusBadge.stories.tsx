import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { ProductStatusBadge } from '../src/components/index.ts';
import { productStatuses } from '../src/license/index.ts';
import './stories.css';

const meta = {
  title: 'Components/ProductStatusBadge',
  component: ProductStatusBadge,
  args: { status: 'active' },
  argTypes: {
    label: { control: 'text' },
    status: { control: 'select', options: [...productStatuses, 'Provisioning_v2', null] },
  },
} satisfies Meta<typeof ProductStatusBadge>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {};

export const Playground: Story = { args: { status: 'pending', label: 'Being moved' } };

/** The six that Truto lists, one it does not, and none. */
export const EveryStatus: Story = {
  render: (args) => (
    <div className="sb-row">
      {[...productStatuses, 'Provisioning_v2', null].map((status) => (
        <ProductStatusBadge {...args} key={status} status={status} />
      ))}
    </div>
  ),
};

/** A status that Truto does not list shows its own text, outlined. */
export const UnknownStatus: Story = {
  args: { status: 'Provisioning_v2' },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Provisioning_v2')).toHaveAttribute('data-tone', 'neutral');
  },
};

export const NoStatus: Story = { args: { status: null } };

export const LongLabel: Story = {
  args: {
    label: 'A label that is far longer than any status of any vendor has ever been, and then some more',
  },
};

/** It takes the size of no text around it, and stands on its line. */
export const InText: Story = {
  render: (args) => (
    <p>
      The calling product is <ProductStatusBadge {...args} status="needs_confirmation" /> since yesterday.
    </p>
  ),
};
