import type { LicenseErrorCode } from '../../src/client/index.ts';
import type { FaultKind } from '../../src/sandbox/index.ts';

/** What comes of a fault: an error, the license, or the license without what had a wrong type. */
export type Outcome = LicenseErrorCode | 'license' | 'issues';

interface FaultFacts {
  /** What goes wrong. */
  readonly what: string;
  /** What the client makes of it where the fault is between the proxy and Truto. */
  readonly behindProxy: Outcome;
  /** What the client makes of it where it meets the fault itself. */
  readonly direct: Outcome;
}

/** Every fault of the sandbox. The checks cause each of them and compare. */
export const faultFacts: Readonly<Record<FaultKind, FaultFacts>> = {
  status: { what: 'An error status: 500, or status', behindProxy: 'upstream', direct: 'upstream' },
  latency: { what: 'The right answer after latencyMs, or 2 s', behindProxy: 'license', direct: 'license' },
  drop: { what: 'The connection is lost before an answer', behindProxy: 'upstream', direct: 'network' },
  truncate: { what: 'The body ends in its middle', behindProxy: 'malformed', direct: 'malformed' },
  stall: { what: 'The answer begins and never ends', behindProxy: 'timeout', direct: 'timeout' },
  empty: { what: '200 without a body', behindProxy: 'malformed', direct: 'malformed' },
  html: { what: '200 with a web page', behindProxy: 'malformed', direct: 'malformed' },
  not_json: { what: '200 that calls itself JSON and is not', behindProxy: 'malformed', direct: 'malformed' },
  wrong_shape: { what: 'JSON that is no license', behindProxy: 'malformed', direct: 'malformed' },
  wrong_type: { what: 'Fields of other types than documented', behindProxy: 'issues', direct: 'issues' },
  wrong_content_type: { what: 'The license as text/plain', behindProxy: 'license', direct: 'license' },
  huge: { what: 'A license of 64 MiB', behindProxy: 'network', direct: 'malformed' },
};
