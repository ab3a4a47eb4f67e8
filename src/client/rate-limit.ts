/** A wait of up to this long passes unseen; a longer one is told. */
export const longestWaitMs = 15_000;

/** What Truto asks for when its own limit is reached; also taken where a 429 says nothing. */
const trutoPauseMs = 10_000;

/**
 * Milliseconds that an answer asks to wait: `retry-after` in seconds or as an HTTP date, else `ratelimit-reset` in
 * seconds. NaN where it asks for nothing.
 *
 * @see https://truto.one/docs/api-reference/overview/rate-limits.md
 */
export function retryAfter({ status, headers }: Response): number {
  const after = headers.get('retry-after') ?? '';
  const waits = [
    parseFloat(after) * 1000,
    Date.parse(after) - Date.now(),
    parseFloat(headers.get('ratelimit-reset') ?? '') * 1000,
    status === 429 ? trutoPauseMs : NaN,
  ];
  return Math.max(0, waits.find((wait) => !Number.isNaN(wait)) ?? NaN);
}

/** How many more calls the vendor allows before `ratelimit-reset`; NaN where it does not say. */
export function remainingCalls({ headers }: Response): number {
  return parseFloat(headers.get('ratelimit-remaining') ?? '');
}

/** A refused call is never sent again at once, even where the answer asks for no wait. */
export function pauseAfter(retryAfterMs = 0): number {
  return Math.max(1000, retryAfterMs);
}
