import type { VendorQuery } from './connectors/connector.ts';
import { SandboxError } from './errors.ts';
import { parseQuery, type Query } from './query.ts';

/** `truto_response_format`. */
const responseFormats = ['unified', 'raw', 'normalized', 'stream', 'debug'] as const;
export type ResponseFormat = (typeof responseFormats)[number];

/** The parameters of one license request, read from its query string. */
export interface LicenseQuery extends VendorQuery {
  readonly integratedAccountId?: string;
  readonly format: ResponseFormat;
  readonly ignoreRemoteData: boolean;
  readonly excludeFields: ReadonlySet<string>;
}

/**
 * Reads the query string of a license request. Unknown parameters are not looked at. An empty value counts as absent:
 * it is what Truto's TypeScript SDK sends for null, of which Truto itself says nothing.
 *
 * @throws SandboxError 400 where a parameter is not of its documented type
 */
export function readParameters(search: string): LicenseQuery {
  const query = parseQuery(search);
  const integratedAccountId = text(query, 'integrated_account_id');
  const organizations = organization(query);
  const includeAssignedTo = oneOf(query, 'include_assigned_to', ['user']);
  return {
    ...(integratedAccountId !== undefined && { integratedAccountId }),
    ...(organizations !== undefined && { organizations }),
    ...(includeAssignedTo && { includeAssignedTo }),
    format: oneOf(query, 'truto_response_format', responseFormats) ?? 'unified',
    ignoreRemoteData: flag(query, 'truto_ignore_remote_data'),
    excludeFields: new Set(texts(query, 'truto_exclude_fields')),
    remoteQuery: remoteQuery(query),
  };
}

function text({ values }: Query, name: string): string | undefined {
  const value = values[name];
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string') throw new SandboxError(400, `${name} must be a single value`);
  return value;
}

function oneOf<T extends string>(query: Query, name: string, allowed: readonly T[]): T | undefined {
  const value = text(query, name);
  if (value === undefined) return undefined;
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new SandboxError(400, `${name} must be one of: ${allowed.join(', ')}`);
  return found;
}

/** Documented are `true` and `false`; `True` is what Python's `requests` makes of its own boolean. */
function flag(query: Query, name: string): boolean {
  const value = text(query, name)?.toLowerCase();
  if (value !== undefined && value !== 'true' && value !== 'false') {
    throw new SandboxError(400, `${name} must be true or false`);
  }
  return value === 'true';
}

function texts({ values }: Query, name: string): string[] {
  const value = values[name] ?? [];
  return (Array.isArray(value) ? value : [value]).map((entry) => {
    if (typeof entry !== 'string') throw new SandboxError(400, `${name} must be an array of strings`);
    return entry;
  });
}

/**
 * Truto states no type. That it is the id of one organization is our reading; `organizations=1`, `organizations[]=1`
 * and `organizations[id]=1` are all understood.
 */
function organization({ values }: Query): string | undefined {
  const name = 'organizations';
  const value = values[name];
  if (value === undefined || value === '') return undefined;
  const entries = typeof value === 'string' ? [value] : Array.isArray(value) ? value : [value['id']];
  const [first] = entries;
  if (entries.length !== 1 || typeof first !== 'string') {
    throw new SandboxError(400, `${name} must be the id of one organization`);
  }
  return first === '' ? undefined : first;
}

function remoteQuery({ values, pairs }: Query): (readonly [string, string])[] {
  const value = values['remote_query'];
  if (value === undefined || value === '') return [];
  if (typeof value === 'string' || Array.isArray(value)) {
    throw new SandboxError(400, 'remote_query must be an object: remote_query[name]=value');
  }
  return pairs
    .filter(([[name]]) => name === 'remote_query')
    .map(([[, first = '', ...rest], entry]) => [
      first + rest.map((segment) => `[${segment}]`).join(''),
      entry,
    ]);
}
