import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { LicenseError } from '../src/client/index.ts';
import { LicenseInspector } from '../src/components/index.ts';
import { cardControls, dataControls } from './controls.ts';
import { complete, salesforce, webex } from './licenses.ts';
import './stories.css';

const text = JSON.stringify({ id: webex.id, name: webex.name, totalUnits: 50, consumedUnits: 53 }, null, 2);

const meta: Meta<typeof LicenseInspector> = {
  title: 'Components/LicenseInspector',
  component: LicenseInspector,
  args: {
    license: webex,
    loadRemoteData: async () => ({ text, contentType: 'application/json', bytes: text.length }),
    onViewChange: fn(),
  },
  argTypes: {
    view: cardControls.view,
    defaultView: { control: 'inline-radio', options: ['unified', 'raw'] },
    redact: cardControls.redact,
    license: dataControls.license,
    loadRemoteData: dataControls.loadRemoteData,
    header: { control: false },
    children: { control: false },
  },
};

export default meta;
type Story = StoryObj<typeof LicenseInspector>;

/** The unified license as JSON. */
export const Default: Story = {};

export const Playground: Story = { args: { license: complete, defaultView: 'raw' } };

export const Raw: Story = {
  play: async ({ canvas, args }) => {
    canvas.getByRole('tab', { name: 'Unified' }).focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect(args.onViewChange).toHaveBeenCalledWith({ view: 'raw' });
    await expect(await canvas.findByText(/consumedUnits/)).toBeVisible();
  },
};

/** Without a way to fetch it, the license's own `remote_data` stands there. */
export const OwnRemoteData: Story = {
  args: {
    license: { ...salesforce, remote_data: { Id: salesforce.id, TotalLicenses: 120, UsedLicenses: 97 } },
    loadRemoteData: undefined,
    defaultView: 'raw',
  },
};

/** Nothing behind it, no tabs. */
export const NoRemoteData: Story = { args: { loadRemoteData: undefined } };

export const Loading: Story = {
  args: { loadRemoteData: () => new Promise(() => undefined), defaultView: 'raw' },
};

/** From a quarter of a megabyte on it is said how much has arrived. */
export const LoadingLarge: Story = {
  args: {
    loadRemoteData: ({ onProgress }) => {
      onProgress?.({ bytes: 3_400_000, total: 12_000_000 });
      return new Promise(() => undefined);
    },
    defaultView: 'raw',
  },
};

export const Canceled: Story = {
  ...Loading,
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Cancel' }));
    await expect(canvas.getByRole('button', { name: 'Load' })).toBeVisible();
  },
};

/** The wait is counted down, as in the card. */
export const RateLimited: Story = {
  args: {
    loadRemoteData: () =>
      Promise.reject(
        new LicenseError({ code: 'rate_limited', status: 429, isRemote: true, retryAfterMs: 28_000 }),
      ),
    vendor: 'webex',
    defaultView: 'raw',
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/Trying again in/)).toBeVisible();
  },
};

export const Failed: Story = {
  args: { loadRemoteData: () => Promise.reject(new Error('Boom')), defaultView: 'raw' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Try again' })).toBeVisible();
  },
};
