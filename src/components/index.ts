export type { MessageSlices } from './messages.ts';

export type { PluralMessage } from './message.ts';
export type { PriceUnit } from './price.ts';
export type { Tone } from './tone.ts';
export type { DetailMessages, FreshnessMessages, HeaderMessages, StateMessages } from './License.messages.ts';
export { LicenseCard, type LicenseCardProps } from './LicenseCard.tsx';
export type {
  Density,
  HeadingLevel,
  LoadedRemoteData,
  LoadRemoteData,
  LoadRemoteDataOptions,
} from './LicenseContext.ts';
export { type InspectorView, LicenseInspector, type LicenseInspectorProps } from './LicenseInspector.tsx';
export type { InspectorMessages } from './LicenseInspector.messages.ts';
export type { LicenseData, LicenseProblemSlot, LicenseRootOptions, LicenseState } from './LicenseRoot.tsx';
export { LicenseView, type LicenseViewOptions, type LicenseViewProps } from './LicenseView.tsx';
export { License } from './License.ts';
export { ProductsList, type ProductsListProps } from './ProductsList.tsx';
export type { ProductMessages } from './ProductsList.messages.ts';
export { ProductStatusBadge, type ProductStatusBadgeProps } from './ProductStatusBadge.tsx';
export type { StatusBadgeMessages, StatusMessages } from './ProductStatusBadge.messages.ts';
export { redactPresets } from './redactPresets.ts';
export { RolesList, type RolesListProps } from './RolesList.tsx';
export type { RoleMessages } from './RolesList.messages.ts';
export { SeatUsage, type SeatUsageProps } from './SeatUsage.tsx';
export type { SeatMessages } from './SeatUsage.messages.ts';
