import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';
import { RolesList } from '../src/components/index.ts';
import { controls } from './controls.ts';
import { complete, hostile, long } from './licenses.ts';
import './stories.css';

const meta = {
  title: 'Components/RolesList',
  component: RolesList,
  args: { roles: complete.roles },
  argTypes: { max: controls.max, heading: controls.heading },
  decorators: [
    (Story) => (
      <div className="sb-card">
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof RolesList>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {};

export const Playground: Story = { args: { max: 3 } };

/** The button shows the rest and keeps the focus. */
export const Expanded: Story = {
  args: { max: 3 },
  play: async ({ canvas }) => {
    const more = canvas.getByRole('button', { name: '+4 more' });
    more.focus();
    await userEvent.keyboard(' ');
    await expect(canvas.getByText('Location administrator')).toBeVisible();
    await expect(more).toHaveFocus();
    await expect(more).toHaveAccessibleName('Show fewer');
  },
};

export const FiveHundred: Story = {
  args: { roles: Array.from({ length: 500 }, (_, index) => ({ name: `Role ${index + 1}` })) },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: '+494 more' }));
    await expect(canvas.getByRole('button', { name: 'Show fewer' })).toBeVisible();
  },
};

export const Empty: Story = { args: { roles: [] } };

export const Unknown: Story = { args: { roles: null } };

/** A role without a name goes by its id. */
export const NamelessAndDouble: Story = {
  args: { roles: [{ id: 'role-17' }, { name: 'Reader' }, { name: 'Reader' }, {}] },
};

export const LongTexts: Story = { args: { roles: long.roles } };

export const HostileTexts: Story = { args: { roles: hostile.roles } };
