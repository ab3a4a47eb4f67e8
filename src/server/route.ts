import type { ResponseFormat } from '../client/index.ts';
import { refusal } from './envelope.ts';

/** What a browser asked for, once it is known to be a license and nothing else. */
export interface LicenseRoute {
  licenseId: string;
  /** The account the browser names: a wish, until the host's `authorize` agrees. */
  integratedAccountId: string | undefined;
  /** The rest of the query, ready to be sent on. */
  search: URLSearchParams;
}

const path = /\/unified\/user-directory\/licenses\/([^/]*)$/;

/** How often a parameter may stand in the query, by its wire name. What is not here is refused. */
const parameters: Readonly<Record<string, 'once' | 'list'>> = {
  integrated_account_id: 'once',
  organizations: 'once',
  include_assigned_to: 'once',
  truto_response_format: 'once',
  truto_ignore_remote_data: 'once',
  truto_exclude_fields: 'list',
};

/** Reads a request as one for a license, or answers why it is none. */
export function readRoute(request: Request, formats: readonly ResponseFormat[]): LicenseRoute | Response {
  if (request.method !== 'GET') {
    return refusal(405, 'Only GET is answered here.', { allow: 'GET' });
  }
  const url = new URL(request.url);
  const licenseId = readId(path.exec(url.pathname)?.[1]);
  if (licenseId instanceof Response) return licenseId;
  const search = new URLSearchParams();
  for (const [name, value] of url.searchParams) {
    const known = name.replace(/\[\d{0,4}\]$/, '');
    const kind = Object.hasOwn(parameters, known) ? parameters[known] : undefined;
    if (!kind || (kind === 'once' && known !== name)) {
      return refusal(400, `This route takes no parameter ${JSON.stringify(name.slice(0, 80))}.`);
    }
    if (kind === 'once' && search.has(name)) return refusal(400, `${name} may be given once.`);
    search.append(kind === 'list' ? `${known}[]` : name, value);
  }
  const format = search.get('truto_response_format') ?? 'unified';
  if (!formats.some((allowed) => allowed === format)) {
    return refusal(403, `This route does not answer the format ${JSON.stringify(format.slice(0, 80))}.`);
  }
  const integratedAccountId = search.get('integrated_account_id') ?? undefined;
  search.delete('integrated_account_id');
  return { licenseId, integratedAccountId, search };
}

function readId(segment: string | undefined): string | Response {
  if (segment === undefined)
    return refusal(404, 'Only /unified/user-directory/licenses/{id} is answered here.');
  let id: string;
  try {
    id = decodeURIComponent(segment);
  } catch {
    return refusal(400, 'The license id is not encoded correctly.');
  }
  // An id stays in its path segment, however often it is decoded on the way.
  const leaves = id === '' || id === '.' || id === '..' || /[/\\%\p{Cc}]/u.test(id);
  return leaves ? refusal(400, 'This is no license id.') : id;
}
