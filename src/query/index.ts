export { licenseKeys, type LicenseQueryKey, type LicenseScopeKey, type RemoteDataQueryKey } from './keys.ts';
export {
  clearLicenseCache,
  licenseQueryOptions,
  type LicenseQueryMeta,
  type LicenseQueryOptions,
  remoteDataQueryOptions,
  type RemoteDataQueryOptions,
} from './options.ts';
