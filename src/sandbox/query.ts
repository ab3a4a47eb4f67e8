import { SandboxError } from './errors.ts';

/** A decoded parameter: text, a list, or an object. */
type QueryValue = string | QueryValue[] | { [name: string]: QueryValue };

/** A decoded query string. */
export interface Query {
  /** By name, brackets resolved: `foo[bar][]=1` is `{ foo: { bar: ['1'] } }`. */
  readonly values: { readonly [name: string]: QueryValue };
  /** Every parameter as it came, decoded: its path and its text. `foo[bar][]=1` is `[['foo', 'bar', ''], '1']`. */
  readonly pairs: readonly (readonly [readonly string[], string])[];
}

/** The most a query string may hold; beyond it the answer is 400. */
export const queryBounds = { length: 16_384, count: 1_000, depth: 20 } as const;

/**
 * Reads a query string. By the rules of Truto's querying page `a[b]=1` is an object and `a[]=1` an array. Beyond them
 * `a[0]=1`, which Truto's TypeScript SDK sends, and a repeated `a=1` are arrays too, elements with a number first, in
 * its order. Brackets may be percent-encoded. Values stay text.
 *
 * @throws SandboxError 400 where an escape is malformed, a name is used both as text and as an object, or a bound
 * is passed
 */
export function parseQuery(search: string): Query {
  const text = search.startsWith('?') ? search.slice(1) : search;
  if (text.length > queryBounds.length) {
    throw new SandboxError(400, `The query string is longer than ${queryBounds.length} characters`);
  }
  const parameters = text.split('&').filter((parameter) => parameter !== '');
  if (parameters.length > queryBounds.count) {
    throw new SandboxError(400, `The query string has more than ${queryBounds.count} parameters`);
  }
  const root = new Branch();
  const pairs: [string[], string][] = [];
  for (const parameter of parameters) {
    const equals = parameter.indexOf('=');
    const name = decode(equals < 0 ? parameter : parameter.slice(0, equals));
    const value = equals < 0 ? '' : decode(parameter.slice(equals + 1));
    const path = pathOf(name);
    if (path.length > queryBounds.depth) {
      throw new SandboxError(400, `A query parameter is nested deeper than ${queryBounds.depth} levels`);
    }
    pairs.push([path, value]);
    root.insert(path, value);
  }
  return { values: root.toObject(), pairs };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw new SandboxError(400, 'The query string holds a malformed percent-encoding');
  }
}

/** `a[b][]` → `['a', 'b', '']`; a name whose brackets do not match is taken literally. */
function pathOf(name: string): string[] {
  const open = name.indexOf('[');
  if (open <= 0) return [name];
  const inner = /^(?:\[[^[\]]*\])+$/.test(name.slice(open))
    ? name.slice(open + 1, -1).split('][')
    : undefined;
  return inner ? [name.slice(0, open), ...inner] : [name];
}

const isIndex = (segment: string) => /^\d+$/.test(segment);

/** An object or a list that is still being read. */
class Branch {
  readonly #named = new Map<string, Branch | string>();
  readonly #appended: (Branch | string)[] = [];

  insert([name = '', ...rest]: readonly string[], value: string): void {
    const [next] = rest;
    if (name === '') {
      this.#appended.push(next === undefined ? value : Branch.of(rest, value));
      return;
    }
    const existing = this.#named.get(name);
    if (existing === undefined) {
      this.#named.set(name, next === undefined ? value : Branch.of(rest, value));
    } else if (typeof existing === 'string') {
      if (next !== undefined && next !== '' && !isIndex(next)) throw conflict(name);
      const list = Branch.of([''], existing);
      list.insert(next === undefined ? [''] : rest, value);
      this.#named.set(name, list);
    } else if (next === undefined) {
      existing.insert([''], value);
    } else {
      existing.insert(rest, value);
    }
  }

  static of(path: readonly string[], value: string): Branch {
    const branch = new Branch();
    branch.insert(path, value);
    return branch;
  }

  toObject(): { [name: string]: QueryValue } {
    return Object.fromEntries([...this.#named].map(([name, value]) => [name, toValue(value, name)]));
  }

  toValue(name: string): QueryValue {
    const names = [...this.#named.keys()];
    if (!names.every(isIndex)) {
      if (this.#appended.length > 0) throw conflict(name);
      return this.toObject();
    }
    const indexed = [...this.#named].toSorted(([a], [b]) => Number(a) - Number(b));
    return [...indexed.map(([, value]) => value), ...this.#appended].map((value) => toValue(value, name));
  }
}

function toValue(value: Branch | string, name: string): QueryValue {
  return typeof value === 'string' ? value : value.toValue(name);
}

function conflict(name: string): SandboxError {
  return new SandboxError(
    400,
    `The query parameter ${name} is given both as an object and as something else`,
  );
}
