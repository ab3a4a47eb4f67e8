import { cleanup, render, screen } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { formatAge, formatCount, formatNumber, longestCount } from '../../src/components/intl.ts';
import { Instant } from '../../src/components/Instant.tsx';
import { full } from './samples.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  cleanup();
});

const exact = { maximumFractionDigits: 20 };

describe('numbers and ages', () => {
  it('read in plain English as Intl writes them', () => {
    const numbers = fc
      .oneof(
        fc.double({ noNaN: true }),
        fc.double({ noNaN: true, min: 0, max: 1000 }),
        fc.nat(200_000).map((cents) => cents / 100),
      )
      // Nobody counts to minus nought.
      .map((number) => number || 0);
    fc.assert(
      fc.property(numbers, (number) => {
        expect(formatNumber(number, 'en', exact)).toBe(new Intl.NumberFormat('en', exact).format(number));
      }),
    );
    const counts = numbers.filter((number) => Math.abs(number) < longestCount);
    fc.assert(
      fc.property(counts, (number) => {
        expect(formatCount(number, 'en')).toBe(new Intl.NumberFormat('en').format(number));
      }),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.constantFrom('day', 'hour', 'minute'),
        (count, unit) => {
          expect(formatAge(count, unit, 'en')).toBe(new Intl.RelativeTimeFormat('en').format(-count, unit));
        },
      ),
    );
  });

  it.each(['en-US', 'de', 'ar-EG', 'hi'])('are those of %s', (locale) => {
    expect(formatNumber(14.5, locale, exact)).toBe(new Intl.NumberFormat(locale).format(14.5));
    expect(formatCount(7, locale)).toBe(new Intl.NumberFormat(locale).format(7));
    expect(formatAge(3, 'day', locale)).toBe(new Intl.RelativeTimeFormat(locale).format(-3, 'day'));
  });
});

describe('a date in plain English', () => {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: 'UTC',
    weekday: 'short',
    day: '2-digit',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });

  it('has the day before the month, and the rest where a pointer rests on it', () => {
    const { rerender } = render(<Instant at={0} />);
    fc.assert(
      fc.property(
        fc.date({ noInvalidDate: true, min: new Date('1000-01-01'), max: new Date('+020000-01-01') }),
        (date) => {
          vi.useFakeTimers({ now: date.getTime() + 30 * 24 * 3_600_000 });
          const part = Object.fromEntries(parts.formatToParts(date).map(({ type, value }) => [type, value]));
          const day = `${part['day']} ${part['month']} ${part['year']}`;
          const time = screen.getByRole('time');
          rerender(<Instant at={date.getTime()} />);
          expect(time.textContent).toBe(day);
          expect(time.title).toBe(
            `${part['weekday']}, ${day} ${part['hour']}:${part['minute']}:${part['second']} GMT`,
          );
          rerender(<Instant at={date.getTime()} withTime />);
          expect(time.textContent).toBe(`${day} ${part['hour']}:${part['minute']}`);
        },
      ),
      { numRuns: 50 },
    );
  });
});

it('draws a card in plain English without the formatters that are slow at first', async () => {
  vi.resetModules();
  const made = (['NumberFormat', 'DateTimeFormat', 'RelativeTimeFormat'] as const).map((name) =>
    vi.spyOn(Intl, name),
  );
  const { LicenseView } = await import('../../src/index.ts');
  const license = {
    ...full,
    unit_amount: 14,
    updated_at: new Date(Date.now() - 50 * 3_600_000).toISOString(),
  };
  render(<LicenseView license={license} vendor="webex" fetchedAt={Date.now()} />);
  expect(screen.getByText('2 days ago')).toBeVisible();
  for (const each of made) expect(each).not.toHaveBeenCalled();
});

it('formats a number of another language while the answer is on its way', async () => {
  vi.resetModules();
  const locales: unknown[] = [];
  class WatchedFormat extends Intl.NumberFormat {
    constructor(...given: ConstructorParameters<typeof Intl.NumberFormat>) {
      super(...given);
      locales.push(given[0]);
    }
  }
  vi.stubGlobal('Intl', Object.create(Intl, { NumberFormat: { value: WatchedFormat } }));
  const { LicenseCard, LicenseProvider } = await import('../../src/index.ts');
  const { createLicenseClient } = await import('../../src/client/index.ts');
  vi.useFakeTimers();
  const client = createLicenseClient({ baseUrl: 'http://127.0.0.1/api', fetch: () => new Promise(() => {}) });
  render(
    <LicenseProvider client={client} locale="de">
      <LicenseCard licenseId="7" />
    </LicenseProvider>,
  );
  vi.advanceTimersByTime(0);
  expect(locales).toEqual(['de']);
  expect(screen.getByRole('article')).toHaveAttribute('data-state', 'loading');
});
