import { type License, licenseFields, type WireType } from './schema.ts';

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

/**
 * Reads a unified body as a license. Unknown keys and unknown enum values pass untouched; what has a wrong type is
 * left out and named in `issues`; a body without an `id` is no license.
 *
 * @example
 * parseLicense({ id: '7', assigned_quantity: 'many' });
 * // { license: { id: '7' }, issues: [{ path: ['assigned_quantity'], expected: 'number', received: 'string' }] }
 */
export function parseLicense(body: unknown): ParsedLicense {
  const issues: LicenseIssue[] = [];
  const license = read(body, licenseFields, [], issues);
  return { license: isLicense(license) ? license : null, issues };
}

/** A copy of a value without wrong types; undefined where its own is wrong. */
function read(value: unknown, type: WireType, path: LicenseIssue['path'], issues: LicenseIssue[]): unknown {
  if (typeof value === type) return value;
  if (isList(type)) {
    if (Array.isArray(value)) {
      return value
        .map((entry, index) => read(entry, type[0], [...path, index], issues))
        .filter((entry) => entry !== undefined);
    }
  } else if (typeof type === 'object' && isRecord(value)) {
    const rest = { ...value };
    for (const field in type) {
      const entry = rest[field];
      const entryType = type[field];
      // Every field may be null or absent but the license's own id.
      const isAbsent = entry == null && (field !== 'id' || path.length > 0);
      if (isAbsent || typeof entry === entryType || !entryType) continue;
      rest[field] = read(entry, entryType, [...path, field], issues);
      if (rest[field] === undefined) delete rest[field];
    }
    return rest;
  }
  const expected = typeof type === 'string' ? type : typeName(type);
  issues.push({ path, expected, received: typeName(value) });
  return undefined;
}

/** A license that {@link read} has gone through. */
function isLicense(value: unknown): value is License {
  return isRecord(value) && typeof value['id'] === 'string';
}

/** Whether a JSON value is an object, neither null nor a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeName(value) === 'object';
}

function isList(type: WireType): type is readonly [WireType] {
  return Array.isArray(type);
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
