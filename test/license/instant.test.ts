import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../src/license/index.ts';

describe('parseInstant', () => {
  it.each([
    ['2019-08-29T12:40:10Z', '2019-08-29T12:40:10.000Z'],
    ['2013-05-20T20:49:32.000+0000', '2013-05-20T20:49:32.000Z'],
    ['2013-05-20T20:49:32.5-0730', '2013-05-21T04:19:32.500Z'],
    ['2013-05-20T20:49:32+02', '2013-05-20T18:49:32.000Z'],
    ['2026-12-31T23:59:59.999999999Z', '2026-12-31T23:59:59.999Z'],
    ['2026-11-15', '2026-11-15T00:00:00.000Z'],
    ['2026-11-15T10:00', '2026-11-15T10:00:00.000Z'],
    ['0044-03-15T12:00:00Z', '0044-03-15T12:00:00.000Z'],
  ])('reads %s', (text, instant) => {
    expect(parseInstant(text)).toBe(Date.parse(instant));
  });

  it.each([
    '',
    'yesterday',
    '2026-02-30',
    '2026-13-01',
    '2026-01-01T25:00:00Z',
    '2026-01-01T10:60:00Z',
    '20260101',
    '1/2/2026',
    '2026-01-01T10:00.5Z',
    '2026-01-01T10:00:00+24:00',
    '2026-01-01T24:00:00Z',
  ])('takes %j for no date', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  it('reads back every instant that JavaScript writes', () => {
    const date = fc.date({
      min: new Date('0000-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(date, (value) => {
        expect(parseInstant(value.toISOString())).toBe(value.getTime());
      }),
    );
  });

  it('answers any text with an instant or with none', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseInstant(text) ?? 0).not.toBeNaN();
      }),
    );
  });
});
