import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fireEvent, userEvent } from 'storybook/test';
import { checksOfColor } from './dashboard.tsx';
import { Editor } from './Editor.tsx';

const meta = {
  title: 'Themes/Editor',
  component: Editor,
  tags: ['!autodocs'],
  parameters: { controls: { disable: true }, a11y: { config: checksOfColor } },
} satisfies Meta<typeof Editor>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('article', { name: /Atlassian/ })).toBeVisible();
  },
};

/** What is chosen is in force at once, in the CSS and on the card. */
export const Changed: Story = {
  play: async ({ canvas }) => {
    const card = await canvas.findByRole('article', { name: /Atlassian/ });
    await userEvent.click(canvas.getByRole('button', { name: 'Plum' }));
    await userEvent.click(canvas.getByRole('radio', { name: 'compact' }));
    await fireEvent.change(canvas.getByRole('slider', { name: /Radius/ }), { target: { value: '10' } });
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Font' }), 'Serif');
    await expect(canvas.getByRole('region', { name: 'CSS' })).toHaveTextContent(
      /--lk-surface: #211a2e; .* --lk-radius: 10px;/,
    );
    const { borderRadius, fontFamily } = getComputedStyle(card);
    await expect({ borderRadius, fontFamily }).toEqual({
      borderRadius: '10px',
      fontFamily: expect.stringContaining('Georgia'),
    });
  },
};

export const Copied: Story = {
  play: async ({ canvas }) => {
    await userEvent.setup().click(canvas.getByRole('button', { name: 'Copy CSS' }));
    await expect(await canvas.findByText('Copied.')).toBeVisible();
  },
};
