import type { LicenseErrorCode } from '../client/index.ts';

/** The texts of {@link License.Root}: what is said while there is no license. */
export interface StateMessages {
  /** Spoken while the license loads. */
  readonly loading: string;
  /** Spoken while it is fetched again. */
  readonly refreshing: string;
  /** Spoken when fetching it again failed, and shown where nobody knows when this was fetched. */
  readonly refreshFailed: string;
  /** Stands for a vendor whose name is not known. */
  readonly vendor: string;
  /** Stands for whoever failed where it was not the vendor: Truto, or a server on the way to it. */
  readonly service: string;
  /** Heads every error but `not_found`. */
  readonly errorTitle: string;
  /** Heads `not_found`. */
  readonly notFoundTitle: string;
  /** What happened and what to do, by code; `{vendor}`. `unknown` serves errors from elsewhere. */
  readonly errors: Readonly<Record<LicenseErrorCode | 'unknown', string>>;
  /** `{parameters}` were left out. */
  readonly missingParameters: string;
  /** `{scopes}` are lacking. */
  readonly missingScopes: string;
  /** The next try comes in `{seconds}`. */
  readonly retryIn: string;
  /** Fetches again. */
  readonly retry: string;
  /** Fetches again before the wait is over. */
  readonly retryNow: string;
  /** Fetches again; shown while it does. */
  readonly retrying: string;
  /** Connects the account again. */
  readonly reconnect: string;
  /** Shows what helps a developer or a support desk. */
  readonly details: string;
  /** What the vendor said. */
  readonly vendorMessage: string;
  /** The error's code. */
  readonly code: string;
  /** The HTTP status. */
  readonly httpStatus: string;
  /** The request's id. */
  readonly requestId: string;
}

export const stateMessages: StateMessages = {
  loading: 'Loading license…',
  refreshing: 'Refreshing license…',
  refreshFailed: 'Couldn’t refresh the license.',
  vendor: 'The vendor',
  service: 'The service',
  errorTitle: 'Couldn’t load this license',
  notFoundTitle: 'License not found',
  errors: {
    unauthorized: 'Your session has ended or may not read licenses. Sign in again.',
    reauth_required: '{vendor} no longer accepts this connection. Connect the account again.',
    forbidden: 'This account may not read the license. Ask its administrator for access.',
    not_found: '{vendor} has no license with this ID, or the account cannot see it.',
    invalid_request: 'The request is incomplete. Tell whoever runs this dashboard.',
    rate_limited: '{vendor} asked to slow down.',
    blocked: 'This account is blocked. Ask Truto’s support to release it.',
    upstream: '{vendor} could not answer. Try again later.',
    network: 'No answer arrived. Check your connection. Try again.',
    timeout: 'The answer took too long. Try again.',
    malformed: 'The answer is no license. Tell whoever runs this dashboard.',
    unknown: 'Something went wrong. Try again.',
  },
  missingParameters: 'Missing: {parameters}.',
  missingScopes: 'Missing permissions: {scopes}.',
  retryIn: 'Trying again in {seconds}.',
  retry: 'Try again',
  retryNow: 'Try now',
  retrying: 'Trying again…',
  reconnect: 'Reconnect',
  details: 'Details',
  vendorMessage: 'Message',
  code: 'Code',
  httpStatus: 'HTTP status',
  requestId: 'Request ID',
};

/** The texts of {@link License.Header}. */
export interface HeaderMessages {
  /** Names a license that has no name: `{id}`. */
  readonly unnamed: string;
  readonly paid: string;
  readonly free: string;
}

export const headerMessages: HeaderMessages = { unnamed: 'License {id}', paid: 'Paid', free: 'Free' };

/** The texts of {@link License.Details}. */
export interface DetailMessages {
  readonly price: string;
  /** `{price}` is what a unit costs. */
  readonly pricePerUnit: string;
  readonly created: string;
  readonly updated: string;
  readonly id: string;
  /** A value that its vendor provides, but not this time. */
  readonly unknown: string;
  /** Copies the id. */
  readonly copy: string;
  /** Spoken when the id was copied. */
  readonly copied: string;
  /** Spoken when it could not be; the id is selected instead. */
  readonly copyFailed: string;
  /** Parts of the answer had another type than the API promises: `{fields}`. */
  readonly issues: string;
}

export const detailMessages: DetailMessages = {
  price: 'Price',
  pricePerUnit: '{price} per unit',
  created: 'Created',
  updated: 'Updated',
  id: 'ID',
  unknown: 'Unknown',
  copy: 'Copy ID',
  copied: 'ID copied',
  copyFailed: 'Couldn’t copy the ID. It is selected: copy it by hand.',
  issues: 'Left out as unreadable: {fields}.',
};

/** The texts of {@link License.Freshness}. */
export interface FreshnessMessages {
  /** When the license was fetched: `{when}`. */
  readonly fetched: string;
  /** `{when}`, in the first minute. */
  readonly justNow: string;
  /** It is being fetched again. */
  readonly refreshing: string;
  /** Fetching again failed; what is shown was fetched `{when}`. */
  readonly stale: string;
  readonly refresh: string;
}

export const freshnessMessages: FreshnessMessages = {
  fetched: 'Fetched {when}',
  justNow: 'just now',
  refreshing: 'Refreshing…',
  stale: 'Couldn’t refresh. Showing what was fetched {when}.',
  refresh: 'Refresh',
};
