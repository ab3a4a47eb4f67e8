/**
 * Milliseconds that an answer asks to wait: `retry-after` in seconds or as an HTTP date, else `ratelimit-reset` in
 * seconds. Undefined where it asks for nothing readable.
 *
 * @see https://truto.one/docs/api-reference/overview/rate-limits.md
 */
export function retryAfter(headers: Headers): number | undefined {
  const after = headers.get('retry-after');
  const seconds = number(after) ?? (after ? (Date.parse(after) - Date.now()) / 1000 : NaN);
  const wait = Number.isNaN(seconds) ? number(headers.get('ratelimit-reset')) : seconds;
  return wait === undefined ? undefined : Math.max(0, Math.ceil(wait * 1000));
}

/** How many more calls the vendor allows before `ratelimit-reset`, where it says so. */
export function remainingCalls(headers: Headers): number | undefined {
  return number(headers.get('ratelimit-remaining'));
}

/** Reads `12`, and `110;w=10` as 110. */
function number(text: string | null): number | undefined {
  return text && /^\s*\d+(\.\d+)?\s*(;|$)/.test(text) ? parseFloat(text) : undefined;
}
