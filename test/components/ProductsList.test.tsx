import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProductsList } from '../../src/index.ts';
import { productStatuses } from '../../src/license/index.ts';
import { full } from './samples.ts';

const names = () => screen.getAllByRole('listitem').map((item) => item.firstChild?.textContent);

describe('ProductsList', () => {
  it('puts what needs action first and keeps the order of equals', () => {
    render(
      <ProductsList
        products={[
          { name: 'a', status: 'active' },
          { name: 'b', status: 'inactive' },
          { name: 'c', status: 'made_up' },
          { name: 'd', status: 'pending' },
          { name: 'e', status: 'needs_confirmation' },
          { name: 'f', status: 'errored' },
          { name: 'g', status: 'errored' },
        ]}
      />,
    );
    expect(names()).toEqual(['f', 'g', 'e', 'd', 'c', 'b', 'a']);
  });

  it('says what to do about a product that needs it, and about no other', () => {
    render(<ProductsList products={full.products} />);
    const items = screen.getAllByRole('listitem').map((item) => item.textContent);
    expect(items).toEqual([
      'DevicesErroredReports a fault. Look into it with the vendor.',
      'Contact CenterNeeds inputWaits for details. Enter them with the vendor.',
      'CallingPending',
      'MeetingsActive',
    ]);
  });

  it('sums up the states beside a heading', () => {
    const { rerender } = render(<ProductsList products={full.products} heading={<h4>Products</h4>} />);
    expect(screen.getByText('2 need action')).toBeVisible();
    rerender(<ProductsList products={[{ status: 'errored' }]} heading={<h4>Products</h4>} />);
    expect(screen.getByText('1 needs action')).toBeVisible();
    rerender(
      <ProductsList products={[{ status: 'active' }, { status: 'active' }]} heading={<h4>Products</h4>} />,
    );
    expect(screen.getByText('All active')).toBeVisible();
  });

  it('shows the rest of a long list on demand and keeps the focus', async () => {
    const products = Array.from({ length: 60 }, (_, index) => ({ name: `Product ${index}` }));
    render(<ProductsList products={products} />);
    expect(names()).toHaveLength(6);
    const more = screen.getByRole('button', { name: 'Show 54 more', expanded: false });
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(names()).toHaveLength(60);
    expect(screen.getByRole('button', { name: 'Show fewer', expanded: true })).toBe(more);
    expect(more).toHaveFocus();
    await userEvent.keyboard(' ');
    expect(names()).toHaveLength(6);
  });

  it('never hides a single product, whose line takes no more room than the button', () => {
    render(<ProductsList products={Array.from({ length: 7 }, () => ({ name: 'x' }))} max={6} />);
    expect(names()).toHaveLength(7);
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('calls a product without a name by its id', () => {
    render(<ProductsList products={[{ id: 'p-17', name: '' }, { name: null }]} />);
    expect(names()).toEqual(['p-17', 'Unnamed product']);
  });

  it('tells an empty list from one that is not known', () => {
    const { rerender } = render(<ProductsList products={[]} />);
    expect(screen.getByText('No products')).toBeVisible();
    rerender(<ProductsList products={null} />);
    expect(screen.getByText('Products unknown')).toBeVisible();
    rerender(<ProductsList products={JSON.parse('"none"')} />);
    expect(screen.getByText('Products unknown')).toBeVisible();
  });

  it('shows every product of any list once', () => {
    const product = fc.record(
      {
        id: fc.option(fc.string()),
        name: fc.option(fc.string({ unit: 'binary' })),
        status: fc.option(fc.oneof(fc.constantFrom(...productStatuses), fc.string())),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(product), (products) => {
        const { container, unmount } = render(<ProductsList products={products} max={Infinity} />);
        expect(container.querySelectorAll('li')).toHaveLength(products.length);
        unmount();
      }),
      { numRuns: 50 },
    );
  });
});
