import { Refusal } from './refusal.ts';

/** As long as a timer can wait; it would take a longer time for none at all. */
const longestTimeoutMs = 2 ** 31 - 1;

/** Ends a call when its time is up or the browser has left, whichever is first. */
export class Deadline {
  readonly #abort = new AbortController();
  readonly #timer: ReturnType<typeof setTimeout>;
  readonly #browser: AbortSignal;
  /** Node aborts a request's signal only as long as somebody holds the request: the timer does so, through this. */
  readonly #held: Request[];
  readonly #leave = () => this.fail(new Refusal(499, 'The browser left.'));
  readonly #stops: ((failure: Refusal) => void)[] = [];
  #failure: Refusal | undefined;

  constructor(timeoutMs: number, request: Request) {
    const browser = request.signal;
    this.#browser = browser;
    this.#held = [request];
    this.#timer = setTimeout(
      () => this.fail(new Refusal(504, `Truto did not answer within ${timeoutMs} ms.`)),
      Math.min(timeoutMs, longestTimeoutMs),
    );
    if (browser.aborted) this.#leave();
    else browser.addEventListener('abort', this.#leave, { once: true });
  }

  /** For `fetch`; whatever else waits is told by {@link onFailure}, at a fraction of the cost. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Keeps a request that was made with {@link signal} until the call is over. */
  hold(request: Request): Request {
    this.#held.push(request);
    return request;
  }

  /** Why the call was ended, once it was. */
  get failure(): Refusal | undefined {
    return this.#failure;
  }

  /** Ends the call, and with it whatever waits for it. */
  fail(failure: Refusal): void {
    if (this.#failure) return;
    this.#failure = failure;
    this.#abort.abort(failure);
    for (const stop of this.#stops) stop(failure);
    this.end();
  }

  /** The call is over by itself. */
  end(): void {
    clearTimeout(this.#timer);
    this.#browser.removeEventListener('abort', this.#leave);
    this.#held.length = 0;
  }

  /** Tells of the failure, now or when it comes. */
  onFailure(stop: (failure: Refusal) => void): void {
    if (this.#failure) stop(this.#failure);
    else this.#stops.push(stop);
  }

  /**
   * The promise's own end, or the failure: also where what is waited for does not listen to the signal.
   *
   * @param giveUp told what came after the failure
   */
  race<T>(promise: Promise<T>, giveUp: (late: T) => void): Promise<T> {
    return new Promise((resolve, reject) => {
      promise.then((value) => (this.#failure ? giveUp(value) : resolve(value)), reject);
      this.onFailure(reject);
    });
  }
}
