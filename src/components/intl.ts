/** Intl objects are costly to make and never change: one for each locale and set of options. */
function memoize<Options, Formatter extends object>(
  create: (locale: string, options: Options) => Formatter,
): (locale: string, options: Options) => Formatter {
  const made = new Map<string, Formatter>();
  return (locale, options) => {
    const key = locale + JSON.stringify(options);
    let formatter = made.get(key);
    if (!formatter) made.set(key, (formatter = create(locale, options)));
    return formatter;
  };
}

export const numberFormat = /* @__PURE__ */ memoize(
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
);
/** A date, a date with its time of day, and both in full, in a time zone. */
export const dateFormats = /* @__PURE__ */ memoize((locale, timeZone: string) => ({
  date: new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium' }),
  dateTime: new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' }),
  exact: new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'full', timeStyle: 'long' }),
}));
export const relativeTimeFormat = /* @__PURE__ */ memoize(
  (locale, options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(locale, options),
);
export const pluralRules = /* @__PURE__ */ memoize(
  (locale, options: Intl.PluralRulesOptions) => new Intl.PluralRules(locale, options),
);
export const listFormat = /* @__PURE__ */ memoize(
  (locale, options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options),
);

/** Beyond this a number is no longer exact and its digits would only fill the card. */
export const longestCount = 1e15;

/** A count in the locale's own digits and grouping. */
export function formatCount(count: number, locale: string): string {
  const isLong = Math.abs(count) >= longestCount;
  return numberFormat(locale, isLong ? { notation: 'scientific' } : {}).format(count);
}
