/** Characters looked through at a time: well under a millisecond. */
const stride = 1 << 16;

/** Characters of the longest way to write one: `\u` and four digits. */
const longestEscape = 6;

/** The source of a pattern that finds a text in JSON, whichever way its characters are escaped there. Ignores case. */
export function patternSource(query: string, source: string): string {
  const hasEscapes = source.includes('\\');
  const hasCodes = hasEscapes && source.includes('\\u');
  return query.replace(/[^]/g, (unit) => {
    const ways: string[] = [];
    if (unit >= ' ' && unit !== '"' && unit !== '\\') ways.push(`\\u${hex(unit)}`);
    if (hasEscapes) {
      const [, short, more] = unit === '/' ? '\\/' : JSON.stringify(unit).slice(1, -1);
      if (short && !more) ways.push(`\\\\\\u${hex(short)}`);
    }
    if (hasCodes) {
      for (const one of new Set([unit, unit.toLowerCase(), unit.toUpperCase()])) {
        if (one.length === 1) ways.push(`\\\\u${hex(one)}`);
      }
    }
    return ways.length === 1 ? String(ways) : `(?:${ways.join('|') || '(?!)'})`;
  });
}

function hex(unit: string): string {
  return unit.charCodeAt(0).toString(16).padStart(4, '0');
}

/**
 * Finds a pattern from left to right, with pauses.
 *
 * @param units how many characters, escapes resolved, a match can have
 * @param onMatch told where a match starts and ends; answers where to go on
 */
export function* scan(
  text: string,
  pattern: RegExp,
  units: number,
  onMatch: (start: number, end: number) => number,
): Generator<undefined, void> {
  let rounds = 0;
  for (let from = 0; from < text.length;) {
    const match = pattern.exec(text.slice(from, from + stride + units * longestEscape));
    if (match && match.index < stride) {
      const start = from + match.index;
      from = onMatch(start, start + match[0].length);
      rounds += 1;
      if (rounds % 256 === 0) yield;
    } else {
      from += stride;
      yield;
    }
  }
}
