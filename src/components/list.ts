import { textOf } from './text.ts';

/** The entries of what should be a list of objects; one that is nothing stands as an empty object. */
export function entriesOf<Entry extends object>(
  list: readonly Entry[] | null | undefined,
): Partial<Entry>[] | undefined {
  if (!Array.isArray(list)) return undefined;
  return list.map((entry: Entry | null) => entry ?? {});
}

/** The name of an entry; the id stands in for one that is missing. */
export function nameOf({ name, id }: { name?: unknown; id?: unknown }): string | undefined {
  return textOf(name) ?? textOf(id);
}
