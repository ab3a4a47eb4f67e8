import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { SeatUsage } from '../src/components/index.ts';
import { controls } from './controls.ts';
import './stories.css';

const meta = {
  title: 'Components/SeatUsage',
  component: SeatUsage,
  args: { assigned: 412, available: 500 },
  argTypes: {
    assigned: { control: 'number' },
    available: { control: 'number' },
    isFullNormal: { control: 'boolean' },
    vendor: controls.vendor,
    nearlyFullAt: controls.nearlyFullAt,
  },
  decorators: [
    (Story) => (
      <div className="sb-card">
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof SeatUsage>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('meter', { name: 'Seats assigned' })).toHaveAttribute(
      'aria-valuenow',
      '412',
    );
  },
};

export const Playground: Story = { args: { nearlyFullAt: 0.8, isFullNormal: false } };

export const NearlyFull: Story = { args: { assigned: 97, available: 100 } };

export const Full: Story = { args: { assigned: 500 } };

/** A free entitlement that grows with its users is always full, which is no alarm. */
export const FullAsItShouldBe: Story = { args: { assigned: 318, available: 318, isFullNormal: true } };

export const OverAssigned: Story = { args: { assigned: 512 } };

export const OneSeat: Story = { args: { assigned: 0, available: 1 } };

export const NoSeats: Story = { args: { assigned: 0, available: 0 } };

/** A negative total means that there is no limit. */
export const Unlimited: Story = { args: { assigned: 314, available: -1 } };

export const UnlimitedAndUncounted: Story = { args: { assigned: null, available: -1 } };

export const TotalUnknown: Story = { args: { assigned: 53, available: null } };

export const TotalNotProvided: Story = { args: { assigned: 53, available: undefined, vendor: 'webex' } };

export const AssignedNotProvided: Story = {
  args: { assigned: undefined, available: 25, vendor: 'cisco_meraki' },
};

export const Unknown: Story = { args: { assigned: null, available: null } };

export const Enormous: Story = { args: { assigned: 987_654_321_012, available: Number.MAX_VALUE } };
