const backslash = 92;

/** Whether a code is white space between tokens. */
export function isSpace(code: number): boolean {
  return code <= 32 && (code === 32 || code === 10 || code === 13 || code === 9);
}

/** Whether the character at an offset is escaped by a backslash before it. */
export function isEscaped(text: string, offset: number): boolean {
  let before = offset;
  while (text.charCodeAt(before - 1) === backslash) before -= 1;
  return (offset - before) % 2 === 1;
}

/** The offset, or the one before it where that is in the middle of a surrogate pair. */
export function wholeCharacter(text: string, offset: number): number {
  return (text.charCodeAt(offset) & 0xfc00) === 0xdc00 ? offset - 1 : offset;
}
