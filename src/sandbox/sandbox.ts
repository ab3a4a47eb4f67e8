import type { Account, Connector } from './connectors/connector.ts';
import { Endpoint } from './endpoint.ts';
import type { Fault } from './faults.ts';
import { toResponse } from './reply.ts';

export interface SandboxOptions {
  /** The clock, in milliseconds since 1970; `Date.now` unless told. Tokens expire and rate limits pass by it. */
  now?: () => number;
  /** Truto's rate limits: 500 requests in 10 s a token, 50 in 10 s an account. On unless `false`. */
  limits?: boolean;
}

/** One license that the sandbox answers. */
export interface SandboxLicense {
  /** The vendor's own id, for the path. */
  readonly id: string;
  /** What is special about it, for people. */
  readonly label: string;
  /** What the `organizations` parameter must say, where the vendor requires it. */
  readonly organizations?: string;
}

/** One integrated account of the sandbox. */
export interface SandboxAccount<V extends string> {
  /** `integrated_account_id`, a UUID. */
  readonly id: string;
  readonly vendor: V;
  /** What is special about it, for people. */
  readonly label: string;
  /** How it stands now: an account the vendor answers 401 turns to `needs_reauth`. */
  readonly status: 'active' | 'needs_reauth' | 'blocked';
  /** Whether a mapping of its own replaces the connector's. */
  readonly customised: boolean;
  readonly licenses: readonly SandboxLicense[];
}

/** Truto's endpoint, embedded. */
export interface Sandbox<V extends string> {
  /**
   * Answers a request as `https://api.truto.one` does, whatever host its URL names. Takes what the global `fetch`
   * takes, rejects as it does (connection lost, aborted), and never reaches for the network.
   */
  readonly fetch: (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;
  /** The API token: `Authorization: Bearer <token>`. Good for nothing outside the sandbox. */
  readonly token: string;
  /** The integrated accounts and their licenses, with the same ids every time. */
  readonly accounts: readonly SandboxAccount<V>[];
  /**
   * Lets requests fail, once they have passed the endpoint's own checks; answers a function that ends it.
   *
   * @throws RangeError where its `status` is no HTTP error
   * @example
   * const end = sandbox.fault({ kind: 'status', status: 502, times: 2 });
   */
  readonly fault: (fault: Fault) => () => void;
}

const token = 'sandbox-api-token';

/** An endpoint in front of the given vendors, and the sandbox that lets `fetch` reach it. */
export function embed<V extends string>(
  connectors: readonly Connector<V>[],
  { now = Date.now, limits = true }: SandboxOptions = {},
): { readonly endpoint: Endpoint; readonly sandbox: Sandbox<V> } {
  const endpoint = new Endpoint({ connectors, token, now, limits });
  const sandbox: Sandbox<V> = {
    async fetch(input, init) {
      const request = input instanceof Request && !init ? input : new Request(input, init);
      const { method, url, headers } = request;
      // Node forgets a request that nobody holds, and no longer aborts its signal. So this is the caller's own where
      // there is one, and what is asked holds the request.
      const signal = init?.signal ?? request.signal;
      const asked = { method, url, headers, signal, json: () => request.json() };
      signal.throwIfAborted();
      const reply = await endpoint.reply(asked);
      signal.throwIfAborted();
      return toResponse(reply, asked);
    },
    token,
    get accounts() {
      return connectors.flatMap(({ vendor, accounts }) =>
        accounts.map((account) => describe(vendor, account, endpoint.statusOf(account))),
      );
    },
    fault: (fault) => endpoint.fault(fault),
  };
  return { endpoint, sandbox };
}

function describe<V extends string>(
  vendor: V,
  { id, label, mapping, licenses }: Account,
  status: SandboxAccount<V>['status'],
): SandboxAccount<V> {
  return {
    id,
    vendor,
    label,
    status,
    customised: mapping !== undefined,
    licenses: licenses().map((license) => ({
      id: license.id,
      label: license.label,
      ...(license.organizations !== undefined && { organizations: license.organizations }),
    })),
  };
}
