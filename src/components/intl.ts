/** Intl objects are costly to make and never change: one for each locale and set of options. */
function memoize<Options extends object, Formatter extends object>(
  Format: new (locale: string, options?: Options) => Formatter,
): (locale: string, options?: Options) => Formatter {
  const made = new Map<string, Formatter>();
  return (locale, options) => {
    let key = locale;
    // No two sets of options of ours have the same values.
    for (const name in options) key += String(options[name]);
    let formatter = made.get(key);
    if (!formatter) made.set(key, (formatter = new Format(locale, options)));
    return formatter;
  };
}

export const numberFormat = /* @__PURE__ */ memoize(Intl.NumberFormat);
export const dateTimeFormat = /* @__PURE__ */ memoize(Intl.DateTimeFormat);
export const relativeTimeFormat = /* @__PURE__ */ memoize(Intl.RelativeTimeFormat);
export const pluralRules = /* @__PURE__ */ memoize(Intl.PluralRules);
export const listFormat = /* @__PURE__ */ memoize(Intl.ListFormat);

/** Longer counts would break across lines in a narrow card; a digit later they are not exact any more. */
export const longestCount = 9e14;

/** A count in the locale's own digits and grouping. */
export function formatCount(count: number, locale: string): string {
  const isLong = Math.abs(count) >= longestCount;
  return numberFormat(locale, isLong ? { notation: 'scientific' } : {}).format(count);
}
