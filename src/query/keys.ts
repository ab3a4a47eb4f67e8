import type { DataTag } from '@tanstack/react-query';
import type { LicenseError, LicenseParams, LicenseResult, RemoteData } from '../client/index.ts';

/** The beginning of every key of one scope. */
export type LicenseScopeKey = readonly ['truto-license-kit', 1, string];
/** Key of a license: plain JSON, without a base URL or a token. Carries the type of its data. */
export interface LicenseQueryKey extends DataTag<
  readonly [...LicenseScopeKey, 'license', LicenseParams],
  LicenseResult,
  LicenseError
> {}

/** Key of a vendor's body. Carries the type of its data. */
export interface RemoteDataQueryKey extends DataTag<
  readonly [...LicenseScopeKey, 'remoteData', LicenseParams],
  RemoteData,
  LicenseError
> {}

const all = (scope: string): LicenseScopeKey => ['truto-license-kit', 1, scope];

/**
 * The query keys under which licenses are cached. Parameters that ask for the same license make the same key, and
 * fewer parameters make a key that matches more.
 *
 * @example
 * queryClient.invalidateQueries({ queryKey: licenseKeys.all(scope) });
 * queryClient.invalidateQueries({ queryKey: licenseKeys.license(scope, { licenseId }) }); // in whichever account
 */
export const licenseKeys = {
  /** Everything of one scope. */
  all,
  /** One license. */
  license: (scope: string, params: LicenseParams): LicenseQueryKey =>
    tagged([...all(scope), 'license', plain(params)]),
  /** The vendor's body of one license. */
  remoteData: (scope: string, params: LicenseParams): RemoteDataQueryKey =>
    tagged([
      ...all(scope),
      'remoteData',
      // These two shape the license alone.
      plain({ ...params, excludeFields: undefined, ignoreRemoteData: undefined }),
    ]),
};

/** The parameters as plain JSON with sorted names, without what is absent, empty or the default. */
function plain({
  excludeFields = [],
  ignoreRemoteData,
  remoteQuery = {},
  ...params
}: LicenseParams): LicenseParams {
  const { licenseId, integratedAccountId, organizations, includeAssignedTo } = params;
  const excluded = [...new Set(excludeFields)].sort();
  return JSON.parse(
    JSON.stringify(
      {
        licenseId,
        integratedAccountId,
        organizations,
        includeAssignedTo,
        excludeFields: excluded.length > 0 ? excluded : undefined,
        ignoreRemoteData: ignoreRemoteData === false ? false : undefined,
        remoteQuery: Object.keys(remoteQuery).length > 0 ? remoteQuery : undefined,
      },
      (_, value: unknown) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? Object.fromEntries(
              Object.keys(value)
                .sort()
                .map((key) => [key, Reflect.get(value, key)]),
            )
          : value,
    ),
  );
}

/** The tag exists for the compiler alone. */
function tagged(key: readonly [...LicenseScopeKey, 'license', LicenseParams]): LicenseQueryKey;
function tagged(key: readonly [...LicenseScopeKey, 'remoteData', LicenseParams]): RemoteDataQueryKey;
function tagged(key: unknown): unknown {
  return key;
}
