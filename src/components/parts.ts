export { LicenseDetails as Details, type LicenseDetailsProps as DetailsProps } from './LicenseDetails.tsx';
export {
  LicenseFreshness as Freshness,
  type LicenseFreshnessProps as FreshnessProps,
} from './LicenseFreshness.tsx';
export { LicenseHeader as Header, type LicenseHeaderProps as HeaderProps } from './LicenseHeader.tsx';
export {
  LicensePartInspector as Inspector,
  type LicensePartInspectorProps as InspectorProps,
} from './LicensePartInspector.tsx';
export {
  LicenseProducts as Products,
  type LicenseProductsProps as ProductsProps,
} from './LicenseProducts.tsx';
export { LicenseRoles as Roles, type LicenseRolesProps as RolesProps } from './LicenseRoles.tsx';
export { LicenseRoot as Root, type LicenseRootProps as RootProps } from './LicenseRoot.tsx';
export { LicenseSeats as Seats, type LicenseSeatsProps as SeatsProps } from './LicenseSeats.tsx';
