import * as v from 'valibot';
import { type License, licenseSchema } from './schema.ts';

/** A part of the body that was left out because its type is not the documented one. */
export interface LicenseIssue {
  /** Where it stood, from the license down: `['products', 0, 'name']`. */
  readonly path: readonly (string | number)[];
  /** The documented type, such as `string` or `array`. */
  readonly expected: string;
  /** The type that came. Never the value, which may be private. */
  readonly received: string;
}

/** What {@link parseLicense} made of a body: `license` is null where the body is no license at all. */
export interface ParsedLicense {
  readonly license: License | null;
  readonly issues: readonly LicenseIssue[];
}

const noIssues: readonly LicenseIssue[] = [];

/**
 * Reads a unified body as a license. Unknown keys and unknown enum values pass untouched; what has a wrong type is
 * left out and named in `issues`; a body without an `id` is no license.
 *
 * @example
 * parseLicense({ id: '7', assigned_quantity: 'many' });
 * // { license: { id: '7' }, issues: [{ path: ['assigned_quantity'], expected: 'number', received: 'string' }] }
 */
export function parseLicense(body: unknown): ParsedLicense {
  if (v.is(licenseSchema, body) && !Array.isArray(body)) return { license: body, issues: noIssues };
  const issues = (v.safeParse(licenseSchema, body).issues ?? []).map(describe);
  const rest = without(
    body,
    issues.map((issue) => issue.path),
  );
  return { license: v.is(licenseSchema, rest) && !Array.isArray(rest) ? rest : null, issues };
}

function describe(issue: v.BaseIssue<unknown>): LicenseIssue {
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  return { path, expected: (issue.expected ?? 'unknown').toLowerCase(), received: typeName(issue.input) };
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** A copy of `value` in which nothing stands at any of the paths; one pass, however many there are. */
function without(value: unknown, paths: readonly LicenseIssue['path'][]): unknown {
  const inner = new Map<string, LicenseIssue['path'][]>();
  for (const [head, ...rest] of paths) {
    const key = String(head);
    const below = inner.get(key);
    if (below) below.push(rest);
    else inner.set(key, [rest]);
  }
  const keep = (key: string, entry: unknown): unknown[] => {
    const below = inner.get(key);
    if (!below) return [entry];
    return below.some((path) => path.length === 0) ? [] : [without(entry, below)];
  };
  if (Array.isArray(value)) return value.flatMap((entry, index) => keep(String(index), entry));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]) => keep(key, entry).map((kept) => [key, kept])),
  );
}
