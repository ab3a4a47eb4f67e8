import { LicenseError } from './error.ts';
import { longestWaitMs, pauseAfter, remainingCalls, retryAfter } from './rate-limit.ts';

/** Truto's documented limit for one integrated account: 50 calls in 10 seconds. */
const callsPerWindow = 50;
const windowMs = 10_000;

/** After a refusal one call goes at a time, and one more beside it for each ten answers. */
const recovery = 0.1;

interface Waiter {
  readonly signal: AbortSignal;
  readonly start: () => void;
  readonly refuse: (error: LicenseError) => void;
}

/** The calls of one account, in turn. */
export interface AccountQueue {
  /**
   * Waits for a turn, then makes the call. What is aborted by then is never made.
   *
   * @param isFirst goes before all that wait
   */
  run<T>(call: () => Promise<T>, isFirst: boolean, signal: AbortSignal): Promise<T>;
  /** Takes notice of what an answer says about the limits. */
  learn(response: Response): void;
  /** Whether a new queue would do the same. */
  isIdle(): boolean;
}

/**
 * Makes a queue that lets never more calls go at once than `concurrency` and than the vendor's headers leave, never
 * more in ten seconds than Truto allows, and none during a pause.
 */
export function createAccountQueue(concurrency: number): AccountQueue {
  const waiting: Waiter[] = [];
  let inFlight = 0;
  /** How many may be in flight; grows by fractions. */
  let allowed = concurrency;
  let pausedUntil = 0;
  /** When the calls of the last window were answered. The endpoint counted each of them before that. */
  let answered: number[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** The time, after forgetting what has left the window. */
  function tick(): number {
    const now = performance.now();
    answered = answered.filter((at) => at + windowMs > now);
    return now;
  }

  function next(): void {
    clearTimeout(timer);
    const now = tick();
    while (inFlight + 1 <= allowed) {
      const pause = pausedUntil - now;
      const isFull = inFlight + answered.length >= callsPerWindow;
      const wait = Math.max(pause, isFull ? (answered[0] ?? now) + windowMs - now : 0);
      if (wait > 0 && pause <= longestWaitMs) {
        if (waiting.length > 0) timer = setTimeout(next, wait);
        return;
      }
      const waiter = waiting.shift();
      if (!waiter) return;
      if (waiter.signal.aborted) continue;
      if (wait > 0) {
        waiter.refuse(new LicenseError({ code: 'rate_limited', retryAfterMs: Math.ceil(pause) }));
      } else {
        inFlight += 1;
        waiter.start();
      }
    }
  }

  return {
    async run(call, isFirst, signal) {
      await new Promise<void>((start, refuse) => {
        waiting.splice(isFirst ? 0 : waiting.length, 0, { signal, start, refuse });
        next();
      });
      try {
        return await call();
      } finally {
        inFlight -= 1;
        answered.push(performance.now());
        next();
      }
    },
    learn(response) {
      const remaining = remainingCalls(response);
      const wait = retryAfter(response);
      const isRefused = response.status === 429;
      const more = Number.isNaN(remaining) ? allowed + recovery : Math.max(1, remaining);
      allowed = isRefused ? 1 : Math.min(concurrency, more);
      // A longer wait without a refusal is the endpoint's to announce, with a 429.
      if (isRefused || (remaining === 0 && wait <= longestWaitMs)) {
        pausedUntil = Math.max(pausedUntil, performance.now() + pauseAfter(wait));
      }
    },
    isIdle: () => tick() >= pausedUntil && inFlight + waiting.length + answered.length === 0,
  };
}
