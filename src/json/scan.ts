/** Characters looked through at a time: well under ten milliseconds, were they nothing but matches. */
const stride = 1 << 14;

/**
 * What finds texts in JSON, whichever way their characters are escaped there, upper and lower case alike; the first of
 * them that fits. It comes upon all other escapes too, with its first group, so that it finds nothing in the middle of
 * one.
 */
export function patternOf(texts: readonly string[]): RegExp {
  return new RegExp(`${texts.map(sourceFor).join('|')}|(\\\\(?:u....|.))`, 'gi');
}

function sourceFor(text: string): string {
  return text.replace(/[^]/gu, (character) => {
    const literal = JSON.stringify(character).slice(1, -1).replace(/\W/g, '\\$&');
    const codes = [character, character.toLowerCase(), character.toUpperCase()].map(codesOf);
    return `(?:${[character === '/' ? '\\\\?\\/' : literal, ...codes].join('|')})`;
  });
}

function codesOf(text: string): string {
  return text.replace(/[^]/g, (unit) => `\\\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Finds a pattern from left to right, with pauses. */
export function* scan(
  text: string,
  pattern: RegExp,
  onMatch: (start: number, end: number) => void,
): Generator<undefined, void> {
  for (let from = 0; from < text.length;) {
    let next = from + stride;
    // No match is longer than the pattern's source, which writes every character in more than one way.
    for (const match of text.slice(from, next + pattern.source.length).matchAll(pattern)) {
      if (match.index >= stride) break;
      const start = from + match.index;
      const end = start + match[0].length;
      next = Math.max(next, end);
      if (!match[1]) onMatch(start, end);
    }
    from = next;
    yield;
  }
}
