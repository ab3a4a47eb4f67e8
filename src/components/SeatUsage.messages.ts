import type { PluralMessage } from './message.ts';

/** The texts of {@link SeatUsage}. `{assigned}` and `{total}` are drawn large where they come first in importance. */
export interface SeatMessages {
  /** What the meter measures, for assistive technology. */
  readonly label: string;
  /** Both numbers: `{assigned}`, `{total}`; the plural goes by the total. */
  readonly assignedOfTotal: PluralMessage;
  /** `{assigned}` is known, and no total. */
  readonly assigned: PluralMessage;
  /** Only `{total}` is known. */
  readonly total: PluralMessage;
  /** No limit, and nothing else is known. */
  readonly unlimited: string;
  /** Neither number is known. */
  readonly unknown: string;
  /** `{count}` seats are left. */
  readonly free: PluralMessage;
  /** `{count}` seats are left, which is few. */
  readonly nearlyFull: PluralMessage;
  /** None is left. */
  readonly full: string;
  /** None is left, and that is how it should be. */
  readonly allAssigned: string;
  /** `{count}` more are assigned than there are. */
  readonly over: PluralMessage;
  /** There are none, and none is assigned. */
  readonly empty: string;
  /** There is no limit. */
  readonly noLimit: string;
  /** The total did not come. */
  readonly totalUnknown: string;
  /** `{vendor}` never tells the total. */
  readonly totalNotProvided: string;
  /** The assigned number did not come. */
  readonly assignedUnknown: string;
  /** `{vendor}` never tells the assigned number. */
  readonly assignedNotProvided: string;
}

export const seatMessages: SeatMessages = {
  label: 'Seats assigned',
  assignedOfTotal: {
    one: '{assigned} of {total} seat assigned',
    other: '{assigned} of {total} seats assigned',
  },
  assigned: { one: '{assigned} seat assigned', other: '{assigned} seats assigned' },
  total: { one: '{total} seat in total', other: '{total} seats in total' },
  unlimited: 'Unlimited seats',
  unknown: 'Seats unknown',
  free: '{count} free',
  nearlyFull: 'Nearly full, {count} free',
  full: 'Full, none free',
  allAssigned: 'All assigned',
  over: '{count} over the limit',
  empty: 'No seats',
  noLimit: 'No limit',
  totalUnknown: 'Total unknown',
  totalNotProvided: 'Total not provided by {vendor}',
  assignedUnknown: 'Assigned unknown',
  assignedNotProvided: 'Assigned not provided by {vendor}',
};
