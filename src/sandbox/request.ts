import { SandboxError } from './errors.ts';
import type { Reply } from './reply.ts';

/** What the endpoint reads of a request; a Fetch `Request` is one. */
export interface EndpointRequest {
  readonly method: string;
  /** Absolute; the host does not matter. */
  readonly url: string;
  readonly headers: Pick<Headers, 'get'>;
  readonly signal: AbortSignal;
  json(): Promise<unknown>;
}

/**
 * A segment of the path, decoded.
 *
 * @throws SandboxError 404 where it is empty or more than one, 400 where an escape is malformed
 */
export function decodeSegment(segment: string): string {
  if (segment === '' || segment.includes('/')) throw new SandboxError(404);
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new SandboxError(400, 'The license id holds a malformed percent-encoding');
  }
}

/** @throws SandboxError 400 where the URL is malformed */
export function addressOf({ url }: EndpointRequest): URL {
  try {
    return new URL(url);
  } catch {
    throw new SandboxError(400, 'The URL is malformed');
  }
}

/** Any origin may ask, with any header: nothing here is told by cookies. */
export function preflight({ headers }: EndpointRequest): Reply {
  return {
    status: 204,
    headers: {
      'access-control-allow-methods': 'GET, HEAD, POST, OPTIONS',
      'access-control-allow-headers': headers.get('access-control-request-headers') ?? 'authorization',
      'access-control-max-age': '600',
    },
    body: null,
  };
}

/**
 * The account that a token is asked for.
 *
 * @throws SandboxError 400 where the body does not say it
 */
export async function accountIdIn(request: EndpointRequest): Promise<string> {
  const body: unknown = await request.json().catch(() => undefined);
  const id =
    typeof body === 'object' &&
    body !== null &&
    'integrated_account_id' in body &&
    body.integrated_account_id;
  if (typeof id === 'string') return id;
  throw new SandboxError(400, 'The body must be JSON that holds an integrated_account_id');
}
