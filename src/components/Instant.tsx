'use client';
import { useMemo, useSyncExternalStore } from 'react';
import { useLicenseSettings } from '../react/index.ts';
import { dateFormats, relativeTimeFormat } from './intl.ts';

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

/** "3 days ago", and after how many milliseconds that is no longer so; undefined where the date says more. */
function recently(
  age: number,
  locale: string,
  justNow: string | undefined,
): { text: string; lasts: number } | undefined {
  if (age >= recent || age < -tolerance) return undefined;
  const [unit, length] = units.find(([, each]) => age >= each) ?? ['minute', minute];
  const count = Math.max(0, Math.floor(age / length));
  const lasts = (count + 1) * length - age;
  if (count > 0) return { text: relativeTimeFormat(locale, {}).format(-count, unit), lasts };
  return { text: justNow ?? relativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second'), lasts };
}

export interface InstantProps {
  /** Milliseconds since 1970. */
  at: number;
  /** Says the time of day beside the date. */
  withTime?: boolean;
  /** Said in the first minute, in place of the language's own word for now. */
  justNow?: string;
}

/**
 * A point in time: relative while it is recent, and the date in the provider's locale and time zone otherwise. On a
 * server and while hydrating always the date, so that both print the same.
 */
export function Instant({ at, withTime, justNow }: InstantProps) {
  const { locale, timeZone } = useLicenseSettings();
  const [subscribe, text] = useMemo(() => {
    const now = () => recently(Date.now() - at, locale, justNow);
    return [
      (onChange: () => void) => {
        let timer: ReturnType<typeof setTimeout> | undefined;
        const wait = () => {
          const lasts = now()?.lasts;
          if (lasts === undefined) return;
          timer = setTimeout(() => {
            onChange();
            wait();
          }, lasts);
        };
        wait();
        return () => clearTimeout(timer);
      },
      () => now()?.text,
    ] as const;
  }, [at, locale, justNow]);
  const relative = useSyncExternalStore(subscribe, text, () => undefined);
  const { date, dateTime, exact } = dateFormats(locale, timeZone);

  return (
    <time data-lk-part="time" dateTime={new Date(at).toISOString()} title={exact.format(at)}>
      {relative ?? (withTime ? dateTime : date).format(at)}
    </time>
  );
}
