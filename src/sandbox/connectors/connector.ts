import type { Fault } from '../faults.ts';
import type { Reply, TextBody } from '../reply.ts';

/** What Truto asks of a vendor: one request at the vendor's own address. */
export interface VendorRequest {
  readonly method: 'GET';
  /** Absolute, at the vendor's own host, query included. */
  readonly url: string;
  /** Names in lower case; `authorization` holds the vendor credential. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A vendor's answer. */
export interface VendorResponse extends Reply {
  readonly body: TextBody;
}

/** One license as its vendor holds it. */
export interface VendorLicense {
  readonly id: string;
  /** What is special about it, for people. */
  readonly label: string;
  /** The value the `organizations` parameter needs to reach it. */
  readonly organizations?: string;
  /** What the vendor answers instead of the license. */
  readonly fails?: VendorResponse;
}

/** One tenant's connection to a vendor: what Truto keeps, and what the embedded vendor answers for it. */
export interface Account<L extends VendorLicense = VendorLicense> {
  /** `integrated_account_id`, a UUID. */
  readonly id: string;
  /** What is special about it, for people. */
  readonly label: string;
  /** Where this tenant's API stands: `https://webexapis.com`. */
  readonly origin: string;
  /** The bearer token Truto holds for the vendor. */
  readonly credential: string;
  /** How it stands before the first request; `active` where absent. */
  readonly status?: 'needs_reauth' | 'blocked';
  /** What the vendor answers to every request of this connection. */
  readonly refuses?: VendorResponse;
  /** Faults that always strike. */
  readonly faults?: readonly Fault[];
  /** A JSONata mapping that replaces the connector's own. */
  readonly mapping?: string;
  /** Its licenses; called when they are first needed. */
  readonly licenses: () => readonly L[];
}

/** The parameters of one license request that concern a vendor. */
export interface VendorQuery {
  readonly organizations?: string;
  readonly includeAssignedTo?: 'user';
  /** `remote_query` as decoded names and values, in their order, spelled as the caller spelled them. */
  readonly remoteQuery: readonly (readonly [string, string])[];
}

/** A vendor's answer of 400 and above. */
export interface VendorFailure {
  readonly status: number;
  /** JSON where it parses, else text. */
  readonly body: unknown;
  /** What stands under a well-known key; empty where there is none. */
  readonly message: string;
}

/** What a connector reads out of a vendor's failure beyond the well-known keys. */
export interface FailureDetails {
  readonly message?: string;
  readonly missingScopes?: readonly string[];
  /** Rate limit headers in Truto's normalized names. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Everything the endpoint knows of one vendor. A new vendor is one module that exports a connector, and one line in
 * `connectors/index.ts`.
 */
export interface Connector<V extends string = string> {
  readonly vendor: V;
  /** Query parameters the vendor cannot do without, by their wire names. */
  readonly required?: readonly 'organizations'[];
  /** From the vendor's body, bound as `response`, to the unified license: JSONata. */
  readonly mapping: string;
  /** Builds the address; the endpoint adds the credential and `remote_query`. */
  readonly url: (licenseId: string, query: VendorQuery, origin: string) => URL;
  readonly failure?: (failure: VendorFailure) => FailureDetails;
  readonly accounts: readonly Account[];
  /** The embedded vendor: answers at the vendor's own URLs. */
  readonly fetch: (request: VendorRequest) => VendorResponse | Promise<VendorResponse>;
}
