import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';
import { ProductsList } from '../src/components/index.ts';
import { productStatuses } from '../src/license/index.ts';
import { controls } from './controls.ts';
import { complete, hostile, long } from './licenses.ts';
import './stories.css';

const meta = {
  title: 'Components/ProductsList',
  component: ProductsList,
  args: { products: complete.products },
  argTypes: { max: controls.max, heading: controls.heading },
  decorators: [
    (Story) => (
      <div className="sb-card">
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof ProductsList>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {
  play: async ({ canvas }) => {
    const names = canvas.getAllByRole('listitem').map((item) => item.textContent);
    await expect(names[0]).toMatch(/^Devices/);
  },
};

export const Playground: Story = { args: { max: 3, heading: <h3>Products</h3> } };

export const EveryStatus: Story = {
  args: {
    products: productStatuses.map((status, index) => ({
      id: `p${index}`,
      name: `Product ${index + 1}`,
      status,
    })),
  },
};

/** Sixty products: those that need action first, the rest on demand. */
export const Many: Story = {
  args: {
    products: Array.from({ length: 60 }, (_, index) => ({
      id: `p${index}`,
      name: `Add-on ${index + 1}`,
      status: index === 41 ? 'errored' : index % 9 ? 'active' : 'inactive',
    })),
  },
  play: async ({ canvas }) => {
    const more = canvas.getByRole('button', { name: 'Show 54 more' });
    more.focus();
    await userEvent.keyboard('{Enter}');
    await expect(canvas.getAllByRole('listitem')).toHaveLength(60);
    await expect(more).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect(canvas.getAllByRole('listitem')).toHaveLength(6);
  },
};

export const Empty: Story = { args: { products: [] } };

export const Unknown: Story = { args: { products: null } };

export const LongTexts: Story = { args: { products: long.products } };

export const HostileTexts: Story = { args: { products: hostile.products } };
