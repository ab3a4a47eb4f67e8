import type { RemoteQuery, RemoteQueryValue } from './params.ts';

/**
 * Writes a query string as Truto documents it: nested objects in brackets (`a[b]=c`), arrays as `a[]`, everything
 * percent-encoded. Undefined is left out, null becomes empty.
 *
 * @see https://www.truto.one/docs/api-reference/overview/querying.md
 */
export function toQueryString(params: RemoteQuery): string {
  const search = new URLSearchParams();
  const append = (name: string, value: RemoteQueryValue | undefined): void => {
    if (Array.isArray(value)) {
      for (const item of value) append(`${name}[]`, item);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) append(`${name}[${key}]`, inner);
    } else if (value !== undefined) {
      search.append(name, String(value ?? ''));
    }
  };
  for (const [name, value] of Object.entries(params)) append(name, value);
  // A plus means a space in forms alone; %20 means it everywhere.
  return search.toString().replaceAll('+', '%20');
}
