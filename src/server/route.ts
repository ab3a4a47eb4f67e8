import type { ResponseFormat } from '../client/index.ts';
import { Refusal } from './refusal.ts';

/** What a browser asked for, once it is known to be a license and nothing else. */
export interface LicenseRoute {
  licenseId: string;
  /** The account the browser names: a wish, until the host's `authorize` agrees. */
  integratedAccountId: string | undefined;
  organizations: string | undefined;
  format: ResponseFormat;
  /** The query for Truto, all but the account. */
  search: URLSearchParams;
}

export interface RouteRules {
  readonly formats: readonly ResponseFormat[];
  /** Keys of `remote_query` that may be sent on. */
  readonly remoteQuery: readonly string[];
}

/** What a parameter may look like: one value, a list (`name`, `name[]`, `name[0]`), or brackets that begin with a key. */
type Shape = 'one' | 'list' | 'keys';

/** Every parameter by its wire name. What is not here is refused. */
const shapes = new Map<string, Shape>([
  ['integrated_account_id', 'one'],
  ['organizations', 'one'],
  ['include_assigned_to', 'one'],
  ['truto_response_format', 'one'],
  ['truto_ignore_remote_data', 'one'],
  ['truto_exclude_fields', 'list'],
  ['remote_query', 'keys'],
]);

const longestUrl = 8192;
const deepestKey = 8;
const licensePath = /\/unified\/user-directory\/licenses\/([^/]*)$/;
const bracketedName = /^([^[\]]+)((?:\[[^[\]]*\])*)$/;
/** Keys that a careless query parser takes for a part of every object. */
const prototypeKeys = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads a request as one for a license.
 *
 * @throws Refusal where it is anything else
 */
export function readRoute(request: Request, rules: RouteRules): LicenseRoute {
  if (request.method !== 'GET')
    throw new Refusal(405, 'Only GET is answered here.', { headers: { allow: 'GET' } });
  if (hasBody(request.headers)) throw new Refusal(400, 'A GET has no body here.');
  if (request.url.length > longestUrl) {
    throw new Refusal(414, `The URL is longer than ${longestUrl} characters.`);
  }
  const url = new URL(request.url);
  const licenseId = readLicenseId(url);
  const search = readSearch(url.searchParams, rules.remoteQuery);
  const asked = search.get('truto_response_format') ?? 'unified';
  const format = rules.formats.find((allowed) => allowed === asked);
  if (!format) throw new Refusal(403, `This route does not answer the format ${quote(asked)}.`);
  const integratedAccountId = search.get('integrated_account_id') ?? undefined;
  search.delete('integrated_account_id');
  return {
    licenseId,
    integratedAccountId,
    organizations: search.get('organizations') ?? undefined,
    format,
    search,
  };
}

/**
 * Reads the license id from the end of the path.
 *
 * @throws Refusal where the path is no license's, or the id could leave its segment
 */
export function readLicenseId({ pathname }: URL): string {
  const segment = licensePath.exec(pathname)?.[1];
  if (segment === undefined) {
    throw new Refusal(404, 'Only /unified/user-directory/licenses/{id} is answered here.');
  }
  let id: string;
  try {
    id = decodeURIComponent(segment);
  } catch {
    throw new Refusal(400, 'The license id is not encoded correctly.');
  }
  // An id stays in its segment and its path, however often it is decoded on the way.
  if (/^\.{0,2}$|[/\\%?#;]|\p{Cc}/u.test(id)) throw new Refusal(400, 'This is no license id.');
  return id;
}

function hasBody(headers: Headers): boolean {
  return headers.has('transfer-encoding') || (headers.get('content-length') ?? '0') !== '0';
}

function readSearch(given: URLSearchParams, remoteQuery: readonly string[]): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of given) {
    const [, base = '', brackets = ''] = bracketedName.exec(name) ?? [];
    const shape = shapes.get(base);
    const keys = brackets === '' ? [] : brackets.slice(1, -1).split('][');
    if (!shape || !fits[shape](keys, remoteQuery)) {
      throw new Refusal(400, `This route takes no parameter ${quote(name)}.`);
    }
    const sent = shape === 'list' ? `${base}[]` : name;
    if (!sent.endsWith('[]') && search.has(sent)) throw new Refusal(400, `${quote(name)} may be given once.`);
    search.append(sent, value);
  }
  return search;
}

const fits: Readonly<Record<Shape, (keys: readonly string[], remoteQuery: readonly string[]) => boolean>> = {
  one: (keys) => keys.length === 0,
  list: (keys) => keys.length === 0 || (keys.length === 1 && /^\d{0,4}$/.test(keys[0] ?? '')),
  keys: (keys, remoteQuery) =>
    keys.length <= deepestKey &&
    remoteQuery.includes(keys[0] ?? '') &&
    !keys.some((key) => prototypeKeys.has(key)),
};

/** What a stranger sent, short enough and escaped, to be told back. */
function quote(text: string): string {
  return JSON.stringify(text.slice(0, 80));
}
