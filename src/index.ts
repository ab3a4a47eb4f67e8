export * from './components/index.ts';
export type {
  KnownLicenseStatus,
  KnownProductStatus,
  LicenseField,
  LicenseIssue,
  LicenseStatus,
  Product,
  ProductStatus,
  Role,
  Vendor,
} from './license/index.ts';
export * from './react/index.ts';
