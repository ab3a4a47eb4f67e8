import { formatNumber, numberFormat } from './intl.ts';

/** Whether `unit_amount` counts whole units of its currency or the smallest ones. */
export type PriceUnit = 'major' | 'minor';

const code = /^[A-Za-z]{3}$/;

/**
 * A price in words of the locale. While nobody has told the unit, the amount stands as it was sent, beside the code
 * of its currency: a sign and decimals would claim to know it. The same goes for what is no currency code.
 */
export function formatPrice(
  amount: number,
  currency: string,
  unit: PriceUnit | undefined,
  locale: string,
): string {
  const isCode = code.test(currency);
  if (unit && isCode) {
    const format = numberFormat(locale, { style: 'currency', currency });
    const decimals = format.resolvedOptions().maximumFractionDigits ?? 0;
    return format.format(unit === 'minor' ? amount / 10 ** decimals : amount);
  }
  return `${formatNumber(amount, locale, { maximumFractionDigits: 20 })} ${isCode ? currency.toUpperCase() : currency}`;
}
