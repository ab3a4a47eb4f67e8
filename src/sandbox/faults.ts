/**
 * What can go wrong between the endpoint and its caller:
 *
 * - `status`: an error of the endpoint's own, 500 unless `status` says otherwise
 * - `latency`: the right answer, but late: `latencyMs`, 2,000 unless told
 * - `drop`: the connection is lost before an answer
 * - `truncate`: the body ends in its middle
 * - `stall`: status, headers and the first byte come, then nothing
 * - `empty`: 200 without a body
 * - `html`: 200 with a web page, as a captive portal sends
 * - `not_json`: 200 that calls itself JSON and is not
 * - `wrong_shape`: JSON that is no license
 * - `wrong_type`: a license whose fields have other types than documented
 * - `wrong_content_type`: the right body as `text/plain`
 * - `huge`: a license of 64 MiB, made while it is read
 */
export type FaultKind =
  | 'status'
  | 'latency'
  | 'drop'
  | 'truncate'
  | 'stall'
  | 'empty'
  | 'html'
  | 'not_json'
  | 'wrong_shape'
  | 'wrong_type'
  | 'wrong_content_type'
  | 'huge';

/** A fault on demand. */
export interface Fault {
  /** The account it strikes; every account where absent. */
  account?: string;
  /** The license it strikes; every license where absent. */
  license?: string;
  kind: FaultKind;
  /** How many requests it strikes; all, until it is removed, where absent. */
  times?: number;
  /** For `status`: the HTTP status, 400 to 599; 500 unless told. */
  status?: number;
  /** For `latency`: milliseconds, 2,000 unless told. */
  latencyMs?: number;
}

/** The faults that are set. */
export class Faults {
  readonly #set = new Set<{ readonly fault: Fault; left: number }>();

  /**
   * Sets a fault and answers what removes it.
   *
   * @throws RangeError where its `status` is no HTTP error
   */
  add(fault: Fault): () => void {
    const { status = 500 } = fault;
    if (!Number.isInteger(status) || status < 400 || status > 599) {
      throw new RangeError(`A fault's status must be an error, 400 to 599; it is ${status}`);
    }
    const entry = { fault, left: fault.times ?? Infinity };
    this.#set.add(entry);
    return () => {
      this.#set.delete(entry);
    };
  }

  /** The faults that strike this request, the oldest first; each counts one of its `times`. */
  take(account: string, license: string): readonly Fault[] {
    const struck = [...this.#set].filter(
      ({ fault, left }) =>
        left > 0 && (fault.account ?? account) === account && (fault.license ?? license) === license,
    );
    for (const entry of struck) {
      entry.left -= 1;
      if (entry.left <= 0) this.#set.delete(entry);
    }
    return struck.map(({ fault }) => fault);
  }
}
