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

/**
 * The calls of one account, in turn: never more at once than `concurrency` and than the vendor's headers leave, never
 * more in ten seconds than Truto allows, and none during a pause.
 */
export class AccountQueue {
  readonly #concurrency: number;
  readonly #waiting: Waiter[] = [];
  #inFlight = 0;
  /** How many may be in flight; grows by fractions. */
  #allowed: number;
  #pausedUntil = 0;
  /** When the calls of the last window were answered. The endpoint counted each of them before that. */
  #answered: number[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(concurrency: number) {
    this.#concurrency = concurrency;
    this.#allowed = concurrency;
  }

  /** Whether a new queue would do the same. */
  get isIdle(): boolean {
    const now = performance.now();
    return this.#inFlight + this.#waiting.length + this.#recent(now).length === 0 && this.#pausedUntil <= now;
  }

  /**
   * Waits for a turn, then makes the call. What is aborted by then is never made.
   *
   * @param isFirst goes before all that wait
   */
  async run<T>(call: () => Promise<T>, isFirst: boolean, signal: AbortSignal): Promise<T> {
    await new Promise<void>((start, refuse) => {
      this.#waiting.splice(isFirst ? 0 : this.#waiting.length, 0, { signal, start, refuse });
      this.#next();
    });
    try {
      return await call();
    } finally {
      this.#inFlight -= 1;
      this.#answered.push(performance.now());
      this.#next();
    }
  }

  /** Takes notice of what an answer says about the limits. */
  learn(response: Response): void {
    const remaining = remainingCalls(response);
    const wait = retryAfter(response);
    const isRefused = response.status === 429;
    const allowed = Number.isNaN(remaining) ? this.#allowed + recovery : Math.max(1, remaining);
    this.#allowed = isRefused ? 1 : Math.min(this.#concurrency, allowed);
    // A longer wait without a refusal is the endpoint's to announce, with a 429.
    if (isRefused || (remaining === 0 && wait <= longestWaitMs)) {
      this.#pausedUntil = Math.max(this.#pausedUntil, performance.now() + pauseAfter(wait));
    }
  }

  #recent(now: number): number[] {
    return this.#answered.filter((at) => at + windowMs > now);
  }

  #next(): void {
    clearTimeout(this.#timer);
    const now = performance.now();
    this.#answered = this.#recent(now);
    while (this.#inFlight + 1 <= this.#allowed) {
      const pause = this.#pausedUntil - now;
      const isFull = this.#inFlight + this.#answered.length >= callsPerWindow;
      const wait = Math.max(pause, isFull ? (this.#answered[0] ?? now) + windowMs - now : 0);
      if (wait > 0 && pause <= longestWaitMs) {
        if (this.#waiting.length > 0) this.#timer = setTimeout(() => this.#next(), wait);
        return;
      }
      const waiter = this.#waiting.shift();
      if (!waiter) return;
      if (waiter.signal.aborted) continue;
      if (wait > 0) {
        waiter.refuse(new LicenseError({ code: 'rate_limited', retryAfterMs: Math.ceil(pause) }));
      } else {
        this.#inFlight += 1;
        waiter.start();
      }
    }
  }
}
