/** What `remoteQuery` may hold: JSON values, nested as deep as the vendor wants them. */
export type RemoteQueryValue =
  | string
  | number
  | boolean
  | null
  | readonly RemoteQueryValue[]
  | { readonly [name: string]: RemoteQueryValue | undefined };

/** Query parameters for the vendor: nested objects and arrays of JSON values. */
export type RemoteQuery = Readonly<Record<string, RemoteQueryValue | undefined>>;

/**
 * Which license to get, and how.
 *
 * @see https://truto.one/docs/api-reference/unified-user-directory-api/licenses/get
 */
export interface LicenseParams {
  /** The vendor's own license id; wire: `{id}` in the path. Cannot be empty, `.` or `..`. */
  readonly licenseId: string;
  /**
   * The connected account, a UUID; wire: `integrated_account_id`. Truto requires it, except where an
   * integrated-account token or a proxy decides the account.
   */
  readonly integratedAccountId?: string | undefined;
  /** The vendor's scope; wire: `organizations`. Cisco Meraki requires it, no other vendor reads it. */
  readonly organizations?: string | undefined;
  /** Asks who holds the license; wire: `include_assigned_to`. Webex alone reads it. */
  readonly includeAssignedTo?: 'user' | undefined;
  /**
   * Unified fields to leave out; wire: `truto_exclude_fields[]`. Their order means nothing. An excluded `id` is
   * filled in from `licenseId`.
   */
  readonly excludeFields?: readonly string[] | undefined;
  /**
   * Leaves the vendor's own body out; wire: `truto_ignore_remote_data`. True unless set: the body may hold license
   * keys and people's addresses.
   */
  readonly ignoreRemoteData?: boolean | undefined;
  /** Handed to the vendor unchanged; wire: `remote_query[…]`. */
  readonly remoteQuery?: RemoteQuery | undefined;
}

/** How Truto shapes its answer; wire: `truto_response_format`. `debug` may carry vendor credentials: servers only. */
export type ResponseFormat = 'unified' | 'raw' | 'normalized' | 'stream' | 'debug';

/** Our names beside the wire's, for every parameter that travels in the query string. */
const wireNames: Readonly<Record<Exclude<keyof LicenseParams, 'licenseId'> | 'format', string>> = {
  integratedAccountId: 'integrated_account_id',
  organizations: 'organizations',
  includeAssignedTo: 'include_assigned_to',
  excludeFields: 'truto_exclude_fields',
  ignoreRemoteData: 'truto_ignore_remote_data',
  remoteQuery: 'remote_query',
  format: 'truto_response_format',
};

/** Our name of a parameter that the endpoint calls by its wire name. */
export function parameterName(wireName: string): string {
  return Object.entries(wireNames).find(([, wire]) => wire === wireName)?.[0] ?? wireName;
}

/**
 * The parameters under their wire names, ready for the query string. What only shapes the unified license says nothing
 * to `raw`; everywhere else the vendor's body stays out unless it is asked for.
 */
export function toWire(
  { excludeFields, ignoreRemoteData = true, ...others }: LicenseParams,
  format: ResponseFormat,
): RemoteQuery {
  const params = {
    ...others,
    ...(format === 'raw' ? {} : { excludeFields, ignoreRemoteData }),
    ...(format === 'unified' ? {} : { format }),
  };
  return Object.fromEntries(
    Object.entries(wireNames).map(([name, wire]) => [wire, Reflect.get(params, name)]),
  );
}
