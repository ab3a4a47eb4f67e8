/** Intl objects are costly to make and never change: one for each locale and set of options. */
function memoize<Options, Formatter extends object>(
  Format: new (locale: string, options?: Options) => Formatter,
): (locale: string, options?: Options) => Formatter {
  const made = new Map<string, Formatter>();
  return (locale, options) => {
    const key = locale + JSON.stringify(options);
    let formatter = made.get(key);
    if (!formatter) made.set(key, (formatter = new Format(locale, options)));
    return formatter;
  };
}

export const numberFormat = /* @__PURE__ */ memoize(Intl.NumberFormat);
export const dateTimeFormat = /* @__PURE__ */ memoize(Intl.DateTimeFormat);
const relativeTimeFormat = /* @__PURE__ */ memoize(Intl.RelativeTimeFormat);
export const pluralRules = /* @__PURE__ */ memoize(Intl.PluralRules);

/*
 * Whatever `Intl` formats first, plural forms aside, has a browser go through all the locales it knows, which takes it
 * some 15 ms: as long as a card takes. So the numbers, ages and dates of most cards are written without it in plain
 * English, which a card speaks unless a host says otherwise.
 */
export const plainEnglish = 'en';

/** What JavaScript writes as English does, with any options that are given here. */
const plainNumber = /^\d{1,3}(\.\d\d?)?$/;

/** A number in the locale's own digits and grouping. */
export const formatNumber = (value: number, locale: string, options?: Intl.NumberFormatOptions): string =>
  locale === plainEnglish && plainNumber.test(`${value}`)
    ? `${value}`
    : numberFormat(locale, options).format(value);

/** Longer counts would break across lines in a narrow card; a digit later they are not exact any more. */
export const longestCount = 9e14;

/** A count in the locale's own digits and grouping. */
export const formatCount = (count: number, locale: string): string =>
  formatNumber(count, locale, Math.abs(count) < longestCount ? {} : { notation: 'scientific' });

/** "3 days ago". */
export const formatAge = (count: number, unit: 'day' | 'hour' | 'minute', locale: string): string =>
  locale === plainEnglish
    ? `${count} ${unit}${count > 1 ? 's' : ''} ago`
    : relativeTimeFormat(locale).format(-count, unit);
