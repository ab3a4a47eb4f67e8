import type { DataTag } from '@tanstack/react-query';
import type { LicenseParams, LicenseResult, RemoteData } from '../client/index.ts';
import { normalizeParams, normalizeRemoteParams } from '../client/params.ts';

/** The beginning of every key of one scope. */
export type LicenseScopeKey = readonly ['truto-license-kit', 1, string];
/** Key of a license: plain JSON, without a base URL or a token. Carries the type of its data. */
export type LicenseQueryKey = DataTag<readonly [...LicenseScopeKey, 'license', LicenseParams], LicenseResult>;
/** Key of a vendor's body. */
export type RemoteDataQueryKey = DataTag<
  readonly [...LicenseScopeKey, 'remoteData', LicenseParams],
  RemoteData
>;

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
    tagged([...all(scope), 'license', normalizeParams(params)]),
  /** The vendor's body of one license. */
  remoteData: (scope: string, params: LicenseParams): RemoteDataQueryKey =>
    tagged([...all(scope), 'remoteData', normalizeRemoteParams(params)]),
};

/** The tag exists for the compiler alone. */
function tagged<const TKey, TData>(key: TKey): DataTag<TKey, TData>;
function tagged(key: unknown): unknown {
  return key;
}
