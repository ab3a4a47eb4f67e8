/** The text of a value that should be one: undefined for another type and for what would show as nothing. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value : undefined;
}
