import { Refusal } from './refusal.ts';

/** Ends a call when its time is up or the browser has left, whichever is first. */
export class Deadline {
  readonly #abort = new AbortController();
  readonly #timer: ReturnType<typeof setTimeout>;
  readonly #browser: AbortSignal;
  readonly #leave = () => this.fail(new Refusal(499, 'The browser left.'));
  #failure: Refusal | undefined;

  constructor(timeoutMs: number, browser: AbortSignal) {
    this.#browser = browser;
    this.#timer = setTimeout(
      () => this.fail(new Refusal(504, `Truto did not answer within ${timeoutMs} ms.`)),
      timeoutMs,
    );
    if (browser.aborted) this.#leave();
    else browser.addEventListener('abort', this.#leave, { once: true });
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Why the call was ended, once it was. */
  get failure(): Refusal | undefined {
    return this.#failure;
  }

  /** Ends the call, and with it whatever listens to the signal. */
  fail(failure: Refusal): void {
    this.#failure ??= failure;
    this.end();
    this.#abort.abort(this.#failure);
  }

  /** The call is over by itself. */
  end(): void {
    clearTimeout(this.#timer);
    this.#browser.removeEventListener('abort', this.#leave);
  }

  /** The promise's own end, or the failure: also where what is waited for does not listen to the signal. */
  race<T>(promise: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const stop = () => reject(this.#failure);
      promise.then(resolve, reject).finally(() => this.signal.removeEventListener('abort', stop));
      if (this.#failure) stop();
      else this.signal.addEventListener('abort', stop, { once: true });
    });
  }
}
