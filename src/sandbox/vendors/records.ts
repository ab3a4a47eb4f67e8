/** A record as the embedded vendors print it: two spaces, and a line feed at the end. */
export function print(record: unknown): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}

/** The same list each time, made when it is first asked for. */
export function lazily<T>(make: () => readonly T[]): () => readonly T[] {
  let made: readonly T[] | undefined;
  return () => (made ??= make());
}
