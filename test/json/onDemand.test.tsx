import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { JsonTree } from '../../src/json/index.ts';

vi.mock('../../src/json/Matches.tsx', () => {
  throw new Error('the server has a newer build');
});
vi.mock('../../src/json/TextLines.tsx', () => {
  throw new Error('the server has a newer build');
});

const text = JSON.stringify({ long: 'x'.repeat(300), short: 1 });
const row = (name: RegExp) => within(screen.getByRole('tree')).getByRole('treeitem', { name });

it('keeps the tree where the code of its search does not come, and says so', async () => {
  const user = userEvent.setup();
  render(<JsonTree text={text} />);
  const field = screen.getByRole('searchbox', { name: 'Search' });
  await user.type(field, 'short');
  expect(await screen.findByRole('status')).toHaveTextContent(/couldn’t be loaded/);
  expect(field).toHaveValue('short');
  await user.click(row(/^short/));
  await user.click(screen.getByRole('button', { name: 'Copy value' }));
  expect(await screen.findByRole('status')).toHaveTextContent(/^Copied$/);
  expect(await navigator.clipboard.readText()).toBe('1');
});

it('keeps the tree where the code that shows a long value does not come, and says so', async () => {
  const user = userEvent.setup();
  render(<JsonTree text={text} />);
  await user.click(row(/^long/));
  await user.click(screen.getByRole('button', { name: 'Show all' }));
  expect(await screen.findByRole('status')).toHaveTextContent(/couldn’t be loaded/);
  expect(screen.queryByRole('region')).toBeNull();
  expect(row(/^short/)).toBeVisible();
});
