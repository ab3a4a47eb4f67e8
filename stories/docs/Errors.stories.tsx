import type { Meta, StoryObj } from '@storybook/react-vite';
import { useMemo, useState } from 'react';
import { expect, userEvent } from 'storybook/test';
import type { LicenseErrorCode } from '../../src/client/index.ts';
import { LicenseCard } from '../../src/components/index.ts';
import { errorFacts } from './errors.ts';
import { clientFor } from './reach.ts';
import './docs.css';

const codes = Object.keys(errorFacts) as LicenseErrorCode[];

/** A card whose request ends in the error that is chosen. */
function ErrorChoice() {
  const [code, setCode] = useState<LicenseErrorCode>('forbidden');
  const { reach, card } = errorFacts[code];
  const client = useMemo(() => clientFor(reach), [reach]);
  return (
    <div className="docs-error-choice">
      <label>
        Error
        <select value={code} onChange={({ target }) => setCode(codes[target.selectedIndex] ?? code)}>
          {codes.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      <LicenseCard key={code} client={client} {...card} onReconnect={() => setCode('reauth_required')} />
    </div>
  );
}

const meta = {
  title: 'Documentation/Examples/Errors',
  component: ErrorChoice,
  tags: ['!autodocs', '!dev'],
} satisfies Meta<typeof ErrorChoice>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Each error, as the sandbox brings it about. */
export const Choice: Story = {
  play: async ({ canvas }) => {
    // It stands in the card, and once more where it is announced.
    const [shown] = await canvas.findAllByText(/spark-admin:licenses_read/);
    await expect(shown).toBeVisible();
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Error' }), 'rate_limited');
    await expect(await canvas.findByRole('button', { name: 'Try now' })).toBeVisible();
  },
};
