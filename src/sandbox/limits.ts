import { SandboxError } from './errors.ts';

const windowMs = 10_000;

/**
 * So many requests in ten seconds, for each key apart. Truto publishes the numbers; that a window opens with its first
 * request and closes at once is ours.
 */
export class RateLimit {
  readonly #limit: number;
  readonly #now: () => number;
  readonly #windows = new Map<string, { startedAt: number; count: number }>();

  constructor(limit: number, now: () => number) {
    this.#limit = limit;
    this.#now = now;
  }

  /** @throws SandboxError 429 with `Retry-After: 10`, as documented, and the exact seconds in `ratelimit-reset` */
  count(key: string): void {
    const now = this.#now();
    const current = this.#windows.get(key);
    if (!current || now >= current.startedAt + windowMs) {
      this.#windows.set(key, { startedAt: now, count: 1 });
    } else if (current.count < this.#limit) {
      current.count += 1;
    } else {
      throw new SandboxError(429, undefined, {
        headers: {
          'retry-after': '10',
          'ratelimit-limit': `${this.#limit};w=10`,
          'ratelimit-remaining': '0',
          'ratelimit-reset': String(Math.ceil((current.startedAt + windowMs - now) / 1000)),
        },
      });
    }
  }
}
