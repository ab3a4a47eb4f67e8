import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { JsonTree } from '../../src/json/index.ts';

for (const part of ['TextLines', 'NotJson', 'Redacted']) {
  vi.doMock(`../../src/json/${part}.tsx`, () => {
    throw new Error('the server has a newer build');
  });
}

const text = JSON.stringify({ long: 'x'.repeat(300), short: 1 });
const row = (name: RegExp) => within(screen.getByRole('tree')).getByRole('treeitem', { name });

it('keeps the tree where the code that shows a long value does not come, and says so', async () => {
  const user = userEvent.setup();
  render(<JsonTree text={text} />);
  await user.click(row(/^long/));
  await user.click(screen.getByRole('button', { name: 'Show all' }));
  expect(await screen.findByText(/^Not loaded/)).toBeVisible();
  expect(screen.queryByRole('region')).toBeNull();
  await user.click(row(/^short/));
  await user.click(screen.getByRole('button', { name: 'Copy value' }));
  expect(await navigator.clipboard.readText()).toBe('1');
});

it.each([
  ['what finds hidden values', <JsonTree key="1" text={text} redact={['long']} />],
  ['what shows a text that is not JSON', <JsonTree key="2" text="<p>" />],
])('shows nothing where the code of %s does not come, and says so', async (_name, tree) => {
  const { container } = render(tree);
  expect(await screen.findByText(/^Not loaded/)).toBeVisible();
  expect(container).not.toHaveTextContent(/x|<p>/);
});
