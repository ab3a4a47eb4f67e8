export { parseInstant } from './instant.ts';
export { isRecord, type LicenseIssue, type ParsedLicense, parseLicense } from './parse.ts';
export {
  type KnownLicenseStatus,
  type KnownProductStatus,
  type License,
  type LicenseStatus,
  licenseFields,
  licenseStatuses,
  type Product,
  type ProductStatus,
  productStatuses,
  type Role,
} from './schema.ts';
export { countSeats, type SeatNumbers, type Seats, type SeatState } from './seats.ts';
export {
  fieldState,
  type FieldState,
  type LicenseField,
  type Vendor,
  type VendorFacts,
  vendors,
} from './vendors.ts';
