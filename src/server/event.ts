import type { ResponseFormat } from '../client/index.ts';
import type { Refusal } from './refusal.ts';

/** What a host may want to log of one request, a preflight aside, told once its answer has ended. Holds no token, cookie or body. */
export interface LicenseProxyEvent {
  /**
   * How it ended: `answered`, Truto's answer (an error too) was handed on whole; `refused`, without a call to Truto;
   * `failed`, Truto was not reached, was too slow or broke off; `left`, the browser did not wait.
   */
  outcome: 'answered' | 'refused' | 'failed' | 'left';
  /** The HTTP status of the answer; 499 where the browser left before there was one, 500 where `authorize` threw. */
  status: number;
  /** Why it was refused or failed, in words for people. */
  reason?: string;
  /** `x-request-id` of the answer: Truto's, or one of the proxy's own. Never the browser's. */
  requestId: string;
  /** Milliseconds from the request to the last byte of its answer. */
  durationMs: number;
  /** Length in bytes of what was handed on of Truto's body, decoded. */
  bytes: number;
  /** Who asked, as `authorize` told it. */
  user?: string;
  licenseId?: string;
  /** The account that `authorize` allowed. */
  integratedAccountId?: string;
  format?: ResponseFormat;
  /** The status that Truto answered, where it did. */
  upstreamStatus?: number;
}

/** How a request ended; `failure` says why, where Truto's answer was not handed on whole. */
interface End {
  readonly status: number;
  readonly bytes?: number;
  readonly failure?: Refusal | undefined;
  readonly reason?: string;
}

/** Gathers what is known of a request until it ends. */
export class Journal {
  readonly #startedAt = performance.now();
  readonly #onEvent: ((event: LicenseProxyEvent) => unknown) | undefined;
  #known: Partial<LicenseProxyEvent> = {};
  /** The request's id: the proxy's own, until Truto gives one. */
  requestId: string = crypto.randomUUID();
  /** Whether Truto was called. */
  isSent = false;

  constructor(onEvent: ((event: LicenseProxyEvent) => unknown) | undefined) {
    this.#onEvent = onEvent;
  }

  note(known: Partial<LicenseProxyEvent>): void {
    this.#known = { ...this.#known, ...known };
  }

  /** Tells the host, who cannot break the answer by it. */
  end({ status, bytes = 0, failure, reason = failure?.message }: End): void {
    const onEvent = this.#onEvent;
    if (!onEvent) return;
    const event: LicenseProxyEvent = {
      ...this.#known,
      outcome: this.isSent ? outcomeOf(failure) : 'refused',
      status,
      ...(reason !== undefined && { reason }),
      requestId: this.requestId,
      durationMs: performance.now() - this.#startedAt,
      bytes,
    };
    Promise.resolve(event)
      .then(onEvent)
      .catch(() => {});
  }
}

function outcomeOf(failure: Refusal | undefined): LicenseProxyEvent['outcome'] {
  if (!failure) return 'answered';
  return failure.status === 499 ? 'left' : 'failed';
}
