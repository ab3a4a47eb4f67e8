import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countSeats } from '../../src/license/index.ts';

describe('countSeats', () => {
  it.each([
    [
      { assigned: 412, available: 500 },
      { state: 'available', assigned: 412, total: 500 },
    ],
    [
      { assigned: 97, available: 100 },
      { state: 'nearly_full', assigned: 97, total: 100 },
    ],
    [
      { assigned: 10, available: 10 },
      { state: 'full', assigned: 10, total: 10 },
    ],
    [
      { assigned: 512, available: 500 },
      { state: 'over_assigned', assigned: 512, total: 500 },
    ],
    [
      { assigned: 3, available: 0 },
      { state: 'over_assigned', assigned: 3, total: 0 },
    ],
    [
      { assigned: 0, available: 0 },
      { state: 'empty', assigned: 0, total: 0 },
    ],
    [
      { assigned: 5, available: -1 },
      { state: 'unlimited', assigned: 5 },
    ],
    [{ available: -1 }, { state: 'unlimited' }],
    [{ assigned: 53 }, { state: 'assigned_only', assigned: 53 }],
    [
      { assigned: 53, available: null },
      { state: 'assigned_only', assigned: 53 },
    ],
    [{ available: 25 }, { state: 'total_only', total: 25 }],
    [
      { assigned: -4, available: 25 },
      { state: 'total_only', total: 25 },
    ],
    [{ assigned: null, available: null }, { state: 'unknown' }],
    [{ assigned: Number.NaN, available: Number.POSITIVE_INFINITY }, { state: 'unknown' }],
  ])('%j', (numbers, seats) => {
    expect(countSeats(numbers)).toEqual(seats);
  });

  it('takes the threshold from the caller', () => {
    expect(countSeats({ assigned: 50, available: 100 }, 0.5).state).toBe('nearly_full');
    expect(countSeats({ assigned: 99, available: 100 }, 1).state).toBe('available');
  });

  it('never counts a negative or unreal number of seats', () => {
    const number = fc.option(fc.double());
    fc.assert(
      fc.property(number, number, (assigned, available) => {
        const { state, ...numbers } = countSeats({ assigned, available });
        expect(state).toBeTypeOf('string');
        for (const count of Object.values(numbers)) expect(count).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
