/** The entries of what should be a list of objects; one that is none stands as an empty object. */
export function entriesOf<Entry extends object>(
  list: readonly Entry[] | null | undefined,
): Partial<Entry>[] | undefined {
  if (!Array.isArray(list)) return undefined;
  return list.map((entry: Entry | null) => (typeof entry === 'object' && entry !== null ? entry : {}));
}
