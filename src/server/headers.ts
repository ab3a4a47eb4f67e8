/** The upstream headers that reach the browser. */
export const passedHeaders = [
  'retry-after',
  'ratelimit-limit',
  'ratelimit-remaining',
  'ratelimit-reset',
  'x-request-id',
] as const;

/** What such a header may hold. */
const plain = /^[\x20-\x7e]{1,128}$/;

/** One media type alone: of several that were joined, browsers take the last. */
const json = /^(application\/(?:[\w.-]+\+)?json)\s*(?:;[^,]*)?$/i;

/** Of all that upstream sent, what the browser gets. */
export function passHeaders(upstream: Headers, secrets: readonly string[]): Headers {
  const headers = new Headers();
  for (const name of passedHeaders) {
    const value = upstream.get(name) ?? '';
    const isSecret = secrets.some((secret) => value.includes(secret));
    if (plain.test(value) && !isSecret) headers.set(name, value);
  }
  return headers;
}

/**
 * The content type for the browser: JSON, which is always UTF-8, or text. Anything else could run as a page of the
 * host's when opened by itself.
 */
export function contentTypeOf(upstream: Headers): string {
  const essence = json.exec(upstream.get('content-type') ?? '')?.[1];
  return `${essence?.toLowerCase() ?? 'text/plain'}; charset=utf-8`;
}
