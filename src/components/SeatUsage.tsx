'use client';
import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import {
  countSeats,
  type LicenseField,
  type SeatNumbers,
  type SeatState,
  type Vendor,
} from '../license/index.ts';
import { useLicenseSettings } from '../react/index.ts';
import { formatCount, longestCount } from './intl.ts';
import { format, formatNodes, plural, type PluralMessage } from './message.ts';
import { type SeatMessages, seatMessages } from './SeatUsage.messages.ts';
import type { Tone } from './tone.ts';
import { factsOf, provides } from './vendor.ts';
import { useMessages } from './useMessages.ts';

export interface SeatUsageProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>, SeatNumbers {
  /** Seats taken (`assigned_quantity`). Null, absent, negative and NaN are unknown. */
  assigned?: number | null | undefined;
  /** Seats in all (`available_quantity`), not those left. Negative: there is no limit. */
  available?: number | null | undefined;
  /**
   * Share of seats taken from which on a license is nearly full, 0 to 1.
   * @default 0.9
   */
  nearlyFullAt?: number | undefined;
  /** Every seat taken is no alarm, as with a free entitlement that grows with its users. */
  isFullNormal?: boolean | undefined;
  /** Says who does not provide a number that is missing. */
  vendor?: Vendor | undefined;
}

interface SeatTexts {
  readonly sentence?: keyof SeatMessages;
  readonly remark?: keyof SeatMessages;
  readonly tone?: Tone;
  /** The field that is missing, and the remark where its vendor never tells it. */
  readonly missing?: readonly [field: LicenseField, notProvided: keyof SeatMessages];
}

/** The remark of each state, and its sentence where it is not that of both numbers; by the keys of their messages. */
const texts: Readonly<Record<SeatState, SeatTexts>> = {
  available: { remark: 'free' },
  nearly_full: { remark: 'nearlyFull', tone: 'caution' },
  full: { remark: 'full', tone: 'caution' },
  over_assigned: { remark: 'over', tone: 'negative' },
  empty: { remark: 'empty' },
  unlimited: { sentence: 'assigned', remark: 'noLimit' },
  assigned_only: {
    sentence: 'assigned',
    remark: 'totalUnknown',
    missing: ['available_quantity', 'totalNotProvided'],
  },
  total_only: {
    sentence: 'total',
    remark: 'assignedUnknown',
    missing: ['assigned_quantity', 'assignedNotProvided'],
  },
  unknown: { sentence: 'unknown' },
};
const fullAndNormal: SeatTexts = { remark: 'allAssigned' };

const percent = (share: number) => `${+(share * 100).toFixed(2)}%`;

/** Seats as one number, a sentence and a meter. */
export const SeatUsage = /* @__PURE__ */ forwardRef<HTMLDivElement, SeatUsageProps>(function SeatUsage(
  { assigned, available, nearlyFullAt, isFullNormal, vendor, ...rest },
  ref,
) {
  const { locale } = useLicenseSettings();
  const messages = useMessages('seats', seatMessages);
  const { state, assigned: taken, total } = countSeats({ assigned, available }, nearlyFullAt);
  const {
    sentence = 'assignedOfTotal',
    missing,
    remark: usual,
    tone,
  } = state === 'full' && isFullNormal ? fullAndNormal : texts[state];
  const remark = missing && provides(vendor, missing[0]) === false ? missing[1] : usual;

  const form = (message: PluralMessage, count = 0) => plural(message, count, locale);
  const number = (count: number | undefined) => (count === undefined ? '' : formatCount(count, locale));
  const key = state === 'unlimited' && taken === undefined ? 'unlimited' : sentence;
  const text = form(messages[key], total ?? taken);
  const values = { assigned: number(taken), total: number(total) };
  const leading = taken === undefined ? 'total' : 'assigned';
  // So many are left, or are over the limit.
  const count = taken === undefined || total === undefined ? undefined : Math.abs(total - taken);
  const remarkText =
    remark &&
    format(form(messages[remark], count), {
      count: number(count),
      vendor: factsOf(vendor)?.label ?? '',
    });
  // Numbers so long that attributes would take an exponent, which ARIA does not know, are scaled down.
  const top = Math.min(total ?? 0, longestCount);
  const share = taken !== undefined && total ? Math.min(1, taken / total) : undefined;

  return (
    <div ref={ref} {...rest} data-seats={state} data-lk-part="seats" data-tone={tone}>
      <p data-lk-part="seats-text">
        {formatNodes(text, {
          ...values,
          [leading]: <strong data-lk-part="seats-value">{values[leading]}</strong>,
        })}
      </p>
      {remarkText ? <p data-lk-part="seats-remark">{remarkText}</p> : null}
      {share === undefined ? null : (
        <div
          data-lk-part="meter"
          aria-valuemax={top}
          aria-label={messages.label}
          role="meter"
          aria-valuenow={Math.round(share * top)}
          aria-valuetext={`${format(text, values)}. ${remarkText ?? ''}`.trim()}
          aria-valuemin={0}
        >
          <svg aria-hidden="true" data-lk-part="meter-scale">
            <rect
              height="100%"
              width={percent(share)}
              data-lk-part="meter-fill"
              x={percent(0.5 - share / 2)}
            />
          </svg>
        </div>
      )}
    </div>
  );
});
