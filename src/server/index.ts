export type { LicenseProxyEvent } from './event.ts';
export type { LicenseProxyFields } from './fields.ts';
export {
  createLicenseProxy,
  type LicenseAccess,
  type LicenseDecision,
  type LicenseGrant,
  type LicenseProxyOptions,
} from './proxy.ts';
