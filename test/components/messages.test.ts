import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  detailMessages,
  freshnessMessages,
  headerMessages,
  stateMessages,
} from '../../src/components/License.messages.ts';
import { inspectorMessages } from '../../src/components/LicenseInspector.messages.ts';
import { format, mergeMessages, plural, type PluralMessage } from '../../src/components/message.ts';
import { productMessages } from '../../src/components/ProductsList.messages.ts';
import { statusBadgeMessages } from '../../src/components/ProductStatusBadge.messages.ts';
import { roleMessages } from '../../src/components/RolesList.messages.ts';
import { seatMessages } from '../../src/components/SeatUsage.messages.ts';
import type { LicenseMessages } from '../../src/index.ts';
import { jsonTreeMessages } from '../../src/json/index.ts';
import { ar } from '../../stories/messages/ar.ts';
import { de } from '../../stories/messages/de.ts';
import { ja } from '../../stories/messages/ja.ts';

const english: Required<LicenseMessages> = {
  status: statusBadgeMessages,
  seats: seatMessages,
  products: productMessages,
  roles: roleMessages,
  header: headerMessages,
  details: detailMessages,
  freshness: freshnessMessages,
  inspector: inspectorMessages,
  state: stateMessages,
  json: jsonTreeMessages,
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isPlural = (value: unknown) => isObject(value) && 'other' in value;

/** Every message by its path, a plural as all of its forms. */
function texts(messages: unknown, path = ''): [path: string, forms: string[]][] {
  if (!isObject(messages)) return [[path, [String(messages)]]];
  if (isPlural(messages)) return [[path, Object.values(messages).map(String)]];
  return Object.entries(messages).flatMap(([key, value]) => texts(value, `${path}.${key}`));
}
const placeholders = (forms: string[]) => new Set(forms.flatMap((form) => form.match(/\{\w+\}/g) ?? []));

describe.each([
  ['German', de],
  ['Japanese', ja],
  ['Arabic', ar],
])('the %s texts', (_, catalog) => {
  const own = new Map(texts(catalog));

  it('are complete', () => {
    expect([...own.keys()].toSorted()).toEqual([...new Map(texts(english)).keys()].toSorted());
  });

  it('use the placeholders of the English ones and no others', () => {
    const strange = texts(english).flatMap(([path, forms]) =>
      [...placeholders(own.get(path) ?? [])]
        .filter((each) => !placeholders(forms).has(each))
        .map((each) => path + each),
    );
    expect(strange).toEqual([]);
  });
});

describe('a message', () => {
  it('takes the form of its count, and `other` where the language has more forms than the message', () => {
    const seats = { one: '{count} Platz', other: '{count} Plätze' };
    expect(plural(seats, 1, 'de')).toBe('{count} Platz');
    expect(plural(seats, 2, 'ar')).toBe('{count} Plätze');
    expect(plural('{count} free', 7, 'en')).toBe('{count} free');
  });

  it('leaves a placeholder that it does not know as it stands, and never fills what was filled in', () => {
    expect(format('{a} {b}', { a: '{b}' })).toBe('{b} {b}');
  });

  it('is replaced alone, a plural whole, and an empty override not at all', () => {
    const e: PluralMessage = { one: 'one', other: 'other' };
    const defaults = { a: 'A', b: { c: 'C', d: 'D' }, e };
    expect(mergeMessages(defaults, { b: { c: 'c' }, e: { other: 'x' }, a: undefined })).toEqual({
      a: 'A',
      b: { c: 'c', d: 'D' },
      e: { other: 'x' },
    });
    expect(mergeMessages(defaults, undefined)).toBe(defaults);
  });

  it('is known to the compiler', () => {
    expectTypeOf<{ seats: { free: 'x' } }>().toExtend<LicenseMessages>();
    expectTypeOf<{ seats: { free: { one: 'x' } } }>().not.toExtend<LicenseMessages>();
    expectTypeOf<{ seats: { made_up: 'x' } }['seats']>().not.toExtend<
      Required<NonNullable<LicenseMessages['seats']>>
    >();
  });
});
