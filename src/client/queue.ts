import { LicenseError } from './error.ts';
import { remainingCalls, retryAfter } from './rate-limit.ts';

/** Truto's documented limit for one integrated account: 50 calls in 10 seconds. */
const callsPerWindow = 50;
const windowMs = 10_000;

/** A wait of up to this long passes unseen; a longer one is told. */
export const longestWaitMs = 15_000;

/** After a refusal one call goes at a time, and one more beside it for each ten answers. */
const recovery = 0.1;

interface Waiter {
  readonly start: () => void;
  readonly refuse: (error: LicenseError) => void;
}

/**
 * The calls of one account, in turn: never more at once than `concurrency`, than the account's limit has room for, or
 * than the vendor's headers leave; none at all during a pause.
 */
export class AccountQueue {
  readonly #concurrency: number;
  #waiting: Waiter[] = [];
  #inFlight = 0;
  #allowed: number;
  #remaining = Infinity;
  #pausedUntil = 0;
  /** When the calls of the last window were answered: the endpoint counted each of them before that. */
  #answered: number[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(concurrency: number) {
    this.#concurrency = concurrency;
    this.#allowed = concurrency;
  }

  /** Whether nothing would be forgotten with this queue. */
  get isIdle(): boolean {
    const now = performance.now();
    return (
      this.#inFlight + this.#waiting.length === 0 &&
      this.#pausedUntil <= now &&
      this.#recent(now).length === 0
    );
  }

  /** Waits for a turn, then makes the call. `first` goes before all that wait. */
  async run<T>(call: () => Promise<T>, first: boolean, signal?: AbortSignal): Promise<T> {
    await this.#turn(first, signal);
    try {
      return await call();
    } finally {
      this.#inFlight -= 1;
      this.#answered.push(performance.now());
      this.#next();
    }
  }

  /** Takes notice of what an answer says about the limits. */
  learn({ status, headers }: Response, pauseMs = 0): void {
    const now = performance.now();
    const remaining = remainingCalls(headers);
    this.#remaining = remaining === undefined ? Infinity : Math.max(1, remaining);
    if (status === 429) {
      this.#allowed = 1;
      this.#pausedUntil = Math.max(this.#pausedUntil, now + pauseMs);
      return;
    }
    this.#allowed = Math.min(this.#concurrency, this.#allowed + recovery);
    const reset = remaining === 0 ? (retryAfter(headers) ?? 0) : 0;
    // A longer wait is the endpoint's to announce, with a 429.
    if (reset <= longestWaitMs) this.#pausedUntil = Math.max(this.#pausedUntil, now + reset);
  }

  #turn(first: boolean, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const leave = (): void => {
        this.#waiting = this.#waiting.filter((other) => other !== waiter);
        reject(signal?.reason);
      };
      const settle =
        <A>(done: (value: A) => void) =>
        (value: A): void => {
          signal?.removeEventListener('abort', leave);
          done(value);
        };
      const waiter: Waiter = { start: settle(resolve), refuse: settle(reject) };
      signal?.addEventListener('abort', leave, { once: true });
      if (first) this.#waiting.unshift(waiter);
      else this.#waiting.push(waiter);
      this.#next();
    });
  }

  #recent(now: number): number[] {
    return this.#answered.filter((at) => at + windowMs > now);
  }

  #next(): void {
    clearTimeout(this.#timer);
    const now = performance.now();
    this.#answered = this.#recent(now);
    const pause = this.#pausedUntil - now;
    if (pause > longestWaitMs) {
      const waiting = this.#waiting.splice(0);
      for (const { refuse } of waiting) {
        refuse(new LicenseError({ code: 'rate_limited', retryAfterMs: Math.ceil(pause) }));
      }
    }
    while (this.#inFlight + 1 <= Math.min(this.#allowed, this.#remaining)) {
      const isFull = this.#inFlight + this.#answered.length >= callsPerWindow;
      const freeAt = isFull ? (this.#answered[0] ?? now) + windowMs : 0;
      const wait = Math.max(this.#pausedUntil, freeAt) - now;
      if (wait > 0) {
        if (this.#waiting.length > 0) this.#timer = setTimeout(() => this.#next(), wait);
        return;
      }
      const waiter = this.#waiting.shift();
      if (!waiter) return;
      this.#inFlight += 1;
      waiter.start();
    }
  }
}
