import { passedHeaders } from './headers.ts';
import { Refusal } from './refusal.ts';

/** How long a browser may remember a preflight, in seconds. */
const preflightMaxAge = 600;

/** @throws TypeError where an entry is no origin as browsers send it */
export function checkOrigins(origins: readonly string[]): void {
  for (const origin of origins) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
      throw new TypeError(
        `allowedOrigins: ${JSON.stringify(origin)} is no origin; write it as browsers do, 'https://app.example'`,
      );
    }
  }
}

function isAllowed(request: Request, origins: readonly string[]): boolean {
  return origins.includes(request.headers.get('origin') ?? '');
}

/**
 * Refuses requests that another site's page makes a browser send: it could not read the answer, but it would spend the
 * account's calls. Browsers set `sec-fetch-site` themselves, and no page can forge it.
 *
 * @throws Refusal 403
 */
export function refuseForeignPage(request: Request, origins: readonly string[]): void {
  if (request.headers.get('sec-fetch-site') === 'cross-site' && !isAllowed(request, origins)) {
    throw new Refusal(
      403,
      'Pages of other sites may not ask here, unless allowedOrigins names their origin.',
    );
  }
}

/** Whether this is the question of a browser that a host with `allowedOrigins` wants answered. */
export function isPreflight({ method, headers }: Request, origins: readonly string[]): boolean {
  return method === 'OPTIONS' && origins.length > 0 && headers.has('access-control-request-method');
}

/** @throws Refusal 403 where the page's origin is not allowed */
export function answerPreflight(request: Request, origins: readonly string[]): Response {
  if (!isAllowed(request, origins)) throw new Refusal(403, 'Pages of this origin may not ask here.');
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-methods': 'GET',
      // The origin is trusted; which of the host's own headers its pages send is between the two.
      'access-control-allow-headers': request.headers.get('access-control-request-headers') ?? '',
      'access-control-max-age': String(preflightMaxAge),
    },
  });
}

/** Lets the page read an answer, where its origin is allowed; what the host set itself stands. */
export function addCorsHeaders(headers: Headers, request: Request, origins: readonly string[]): void {
  if (origins.length === 0) return;
  headers.append('vary', 'origin');
  if (!isAllowed(request, origins) || headers.has('access-control-allow-origin')) return;
  headers.set('access-control-allow-origin', request.headers.get('origin') ?? '');
  headers.set('access-control-allow-credentials', 'true');
  headers.set('access-control-expose-headers', passedHeaders.join(', '));
}
