import { render, screen } from '@testing-library/react';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { LicenseProvider, ProductStatusBadge, type ProductStatusBadgeProps } from '../../src/index.ts';
import { productStatuses } from '../../src/license/index.ts';

describe('ProductStatusBadge', () => {
  it.each([
    ['active', 'Active', 'positive'],
    ['inactive', 'Inactive', 'neutral'],
    ['errored', 'Errored', 'negative'],
    ['needs_input', 'Needs input', 'caution'],
    ['needs_confirmation', 'Needs confirmation', 'caution'],
    ['pending', 'Pending', 'info'],
  ])('shows %s as "%s" with the tone %s', (status, label, tone) => {
    render(<ProductStatusBadge status={status} />);
    expect(screen.getByText(label)).toHaveAttribute('data-tone', tone);
  });

  it('draws each status with a glyph of its own, hidden from assistive technology', () => {
    const { container } = render(
      productStatuses.map((status) => <ProductStatusBadge key={status} status={status} />),
    );
    const glyphs = [...container.querySelectorAll('svg')];
    expect(new Set(glyphs.map((glyph) => glyph.innerHTML)).size).toBe(productStatuses.length);
    expect(glyphs.every((glyph) => glyph.getAttribute('aria-hidden') === 'true')).toBe(true);
  });

  it('says what an administrator can do', () => {
    render(<ProductStatusBadge status="needs_confirmation" />);
    expect(screen.getByTitle(/confirmed with the vendor/)).toHaveTextContent('Needs confirmation');
  });

  it.each(['Provisioning_v2', '__proto__', 'constructor', '<b>x</b>'])(
    'shows the status %s, which Truto does not list, as its own text',
    (status) => {
      render(<ProductStatusBadge status={status} />);
      expect(screen.getByText(status)).toHaveAttribute('data-tone', 'neutral');
      expect(screen.getByText(status)).toHaveAttribute('data-outlined');
    },
  );

  it.each([null, undefined, '', '  '])('says so where there is no status (%j)', (status) => {
    render(<ProductStatusBadge status={status} />);
    expect(screen.getByText('Status unknown')).toBeVisible();
  });

  it('takes a label and messages in place of its own', () => {
    render(
      <LicenseProvider messages={{ status: { active: { label: 'Aktiv' } } }}>
        <ProductStatusBadge status="active" />
        <ProductStatusBadge status="active" label="In use" />
        <ProductStatusBadge status="pending" />
      </LicenseProvider>,
    );
    expect(screen.getByText('Aktiv')).toBeVisible();
    expect(screen.getByText('In use')).toBeVisible();
    expect(screen.getByText('Pending')).toBeVisible();
  });

  it('completes the statuses that Truto lists and takes any other', () => {
    expectTypeOf<'active'>().toExtend<ProductStatusBadgeProps['status']>();
    expectTypeOf<string>().toExtend<ProductStatusBadgeProps['status']>();
    expectTypeOf<number>().not.toExtend<ProductStatusBadgeProps['status']>();
    expectTypeOf<ProductStatusBadgeProps>().not.toHaveProperty('children');
  });
});
