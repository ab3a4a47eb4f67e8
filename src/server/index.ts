export {
  createLicenseProxy,
  type LicenseAccess,
  type LicenseDecision,
  type LicenseProxyOptions,
} from './proxy.ts';
