const pattern =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?:(:\d\d)(?:[.,](\d{1,9}))?)?(?:Z|([+-])([01]\d|2[0-3]):?([0-5]\d)?)?)?$/i;

/**
 * Reads a date-time as the vendors send it and answers milliseconds since 1970, the same in every browser, or
 * undefined where the text is no date. Takes ISO 8601 and Salesforce's `2013-05-20T20:49:32.000+0000`, whose offset
 * without a colon browsers read differently. Without an offset UTC is assumed.
 */
export function parseInstant(text: string): number | undefined {
  const match = pattern.exec(text.trim());
  if (!match) return undefined;
  const [, day, time = '00:00', second = ':00', fraction = '', sign, hours = 0, minutes = 0] = match;
  const local = `${day}T${time}${second}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
  const date = new Date(local);
  // Browsers differ in what they make of the 30th of February, and 24:00 is the next day.
  if (date.getUTCDate() !== Number(day?.slice(-2))) return undefined;
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return date.getTime() - (sign === '-' ? -offset : offset);
}
