/** The offset, or the one before it where that is in the middle of a surrogate pair. */
export function wholeCharacter(text: string, offset: number): number {
  return (text.codePointAt(offset - 1) ?? 0) > 0xffff ? offset - 1 : offset;
}
