import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { LicenseView } from '../../src/index.ts';
import { full } from './samples.ts';

vi.mock('../../src/json/JsonTree.tsx', () => ({
  get JsonTree() {
    throw new Error('the server has a newer build');
  },
}));

afterEach(() => vi.restoreAllMocks());

it('keeps the card where the code of the tree does not come, and says what to do', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const load = async () => {
    // While the tree's code is already on its way, Vitest would answer a second import with the unmocked module.
    await vi.dynamicImportSettled();
    return { text: '{"totalUnits": 500}', contentType: 'application/json', bytes: 19 };
  };
  render(<LicenseView license={full} loadRemoteData={load} />, { wrapper: StrictMode });
  await userEvent.click(screen.getByRole('tab', { name: 'Raw' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Couldn’t load this view. Reload the page.');
  await userEvent.click(screen.getByRole('tab', { name: 'Unified' }));
  expect(screen.getByRole('article', { name: full.name ?? '' })).toHaveTextContent('Products');
});
