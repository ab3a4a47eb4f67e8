export type {
  License,
  LicenseIssue,
  LicenseStatus,
  Product,
  ProductStatus,
  Role,
  Vendor,
} from '../license/index.ts';
export type { Progress } from './body.ts';
export {
  type CallOptions,
  createLicenseClient,
  type LicenseClient,
  type LicenseClientOptions,
  type LicenseResult,
  type RemoteData,
} from './client.ts';
export { isLicenseError, LicenseError, type LicenseErrorCode, type LicenseErrorDetails } from './error.ts';
export type { LicenseParams, RemoteQuery, RemoteQueryValue, ResponseFormat } from './params.ts';
