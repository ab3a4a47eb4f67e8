import { cleanup, render } from '@testing-library/react';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LicenseView, ProductsList, RolesList, SeatUsage } from '../../src/index.ts';
import type { License } from '../../src/license/index.ts';
import { full } from './samples.ts';

const fields = Object.keys(full);
const markup = fc.constantFrom(
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  'javascript:alert(1)',
  '\u202Eabc\u2066',
  '👩‍👩‍👧‍👦',
  '\u0000',
  '',
  'x'.repeat(10_000),
  '__proto__',
  '{count}',
);
const number = fc.oneof(fc.double(), fc.constantFrom(-1, 0, Number.MAX_VALUE, Number.MIN_VALUE, -0, 1e21));
const anything = fc.oneof(markup, number, fc.boolean(), fc.constant(null), fc.jsonValue());
const license = fc
  .record(Object.fromEntries(fields.map((field) => [field, anything])), { requiredKeys: [] })
  .map((json) => json as unknown as License);
const vendor = fc.constantFrom(undefined, 'webex', 'salesforce', 'cisco_meraki') as fc.Arbitrary<
  'webex' | undefined
>;

describe('any JSON in place of a license', () => {
  it('is shown or refused, and never thrown at the host', () => {
    fc.assert(
      fc.property(license, vendor, fc.oneof(number, fc.constant(Number.NaN)), (json, from, fetchedAt) => {
        const { container } = render(<LicenseView license={json} vendor={from} fetchedAt={fetchedAt} />);
        const state = container.querySelector('article')?.getAttribute('data-state');
        expect(state).toBe(typeof json.id === 'string' ? 'ready' : 'error');
        expect(container.querySelector('img, script, [onerror], [href], [src]')).toBeNull();
        cleanup();
      }),
      { numRuns: 150 },
    );
  });

  it('may stand in place of the props of the small components', () => {
    fc.assert(
      fc.property(anything, anything, (a, b) => {
        const props = { products: a, roles: a, assigned: a, available: b } as object as {
          products: null;
          roles: null;
          assigned: number;
          available: number;
        };
        const { container } = render(
          <>
            <ProductsList products={props.products} />
            <RolesList roles={props.roles} />
            <SeatUsage assigned={props.assigned} available={props.available} />
          </>,
        );
        const parts = [...container.children].map((root) => root.getAttribute('data-lk-part'));
        expect(parts).toEqual(['products', 'roles', 'seats']);
        cleanup();
      }),
      { numRuns: 100 },
    );
  });

  it('leaves every text as it is', () => {
    fc.assert(
      fc.property(
        markup.filter((text) => text.trim() !== ''),
        (text) => {
          const { container } = render(
            <LicenseView
              license={{
                ...full,
                name: text,
                description: text,
                status: text,
                products: [{ name: text, status: text }],
              }}
            />,
          );
          const shown = [...container.querySelectorAll('h3, p, span')].map((element) => element.textContent);
          expect(shown.filter((each) => each === text).length).toBeGreaterThanOrEqual(4);
          cleanup();
        },
      ),
    );
  });
});
