export type { LicenseMessages } from './messages.ts';
export { LicenseProvider, type LicenseProviderProps } from './provider.tsx';
export { type LicenseSettings, useLicenseSettings } from './settings.ts';
export {
  type DefinedUseLicenseOptions,
  useLicense,
  type UseLicenseOptions,
  useSuspenseLicense,
  type UseSuspenseLicenseOptions,
} from './use-license.ts';
export { usePrefetchLicense } from './use-prefetch-license.ts';
export { useRemoteData, type UseRemoteDataOptions } from './use-remote-data.ts';
