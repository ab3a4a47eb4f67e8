'use client';
import { useSyncExternalStore } from 'react';
import { useLicenseSettings } from '../react/index.ts';
import { dateTimeFormat, formatAge, plainEnglish } from './intl.ts';

const minute = 60_000;
/** The units of a recent instant, longest first. Older than a week, the date says more. */
const units = [
  ['day', 24 * 60 * minute],
  ['hour', 60 * minute],
  ['minute', minute],
] as const;
const recent = 7 * 24 * 60 * minute;
/** A clock that runs ahead of ours by less counts as now. */
const tolerance = minute;
/** Words that go by the clock are at most so late. */
const pace = minute / 2;

/** The furthest from 1970 that a `Date` reaches, in milliseconds. */
const furthest = 8.64e15;

/** A point in time that a host tells; undefined where it is none, as TanStack Query's 0 before there is data. */
export function instantOf(at: number | undefined): number | undefined {
  return at && Math.abs(at) <= furthest ? at : undefined;
}

/** "3 days ago"; undefined where the date says more. */
function relative(at: number, locale: string, justNow: string | undefined): string | undefined {
  const age = Date.now() - at;
  if (age >= recent || age < -tolerance) return undefined;
  const unit = units.find(([, length]) => age >= length);
  return unit ? formatAge(Math.floor(age / unit[1]), unit[0], locale) : justNow;
}

function followClock(onChange: () => void) {
  const timer = setInterval(onChange, pace);
  return () => clearInterval(timer);
}
const standStill = () => () => {};
/** A date stays a date. */
const clockOf = (at: number) => (Date.now() - at < recent ? followClock : standStill);

export interface InstantProps {
  /** Milliseconds since 1970. */
  at: number;
  /** Says the time of day beside the date. */
  withTime?: boolean;
  /** Said in the first minute, in place of the date. */
  justNow?: string;
}

/**
 * A point in time: relative while it is recent, and the date in the provider's locale and time zone otherwise. On a
 * server and while hydrating always the date, so that both print the same.
 */
export function Instant({ at, withTime, justNow }: InstantProps) {
  const { locale, timeZone } = useLicenseSettings();
  const text = useSyncExternalStore(
    clockOf(at),
    () => relative(at, locale, justNow),
    () => undefined,
  );
  const date = new Date(at);
  /** As "Fri, 26 Sep 2025 10:04:12 GMT". */
  const plain = locale === plainEnglish && timeZone === 'UTC' && date.toUTCString();
  const format = (dateStyle: 'full' | 'medium', timeStyle?: 'long' | 'short') =>
    dateTimeFormat(locale, { timeZone, dateStyle, timeStyle }).format(at);
  return (
    <time data-lk-part="time" title={plain || format('full', 'long')} dateTime={date.toISOString()}>
      {text ??
        (plain ? plain.slice(5, withTime ? -7 : -13) : format('medium', withTime ? 'short' : undefined))}
    </time>
  );
}
