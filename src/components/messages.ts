import type { JsonTreeMessages } from '../json/index.ts';
import type { DetailMessages, FreshnessMessages, HeaderMessages, StateMessages } from './License.messages.ts';
import type { InspectorMessages } from './LicenseInspector.messages.ts';
import type { PartialMessages } from './message.ts';
import type { ProductMessages } from './ProductsList.messages.ts';
import type { StatusBadgeMessages } from './ProductStatusBadge.messages.ts';
import type { RoleMessages } from './RolesList.messages.ts';
import type { SeatMessages } from './SeatUsage.messages.ts';

/** Every text of the kit, a slice for each component that has any. */
export interface MessageSlices {
  /** `ProductStatusBadge`, for products and for the license itself. */
  readonly status: StatusBadgeMessages;
  /** `SeatUsage` */
  readonly seats: SeatMessages;
  /** `ProductsList` */
  readonly products: ProductMessages;
  /** `RolesList` */
  readonly roles: RoleMessages;
  /** `License.Root`: loading, errors, not found. */
  readonly state: StateMessages;
  /** `License.Header` */
  readonly header: HeaderMessages;
  /** `License.Details` */
  readonly details: DetailMessages;
  /** `License.Freshness` */
  readonly freshness: FreshnessMessages;
  /** `LicenseInspector` */
  readonly inspector: InspectorMessages;
}

/** Any part of them. */
export type PartialSlices = {
  readonly [Slice in keyof MessageSlices]?: PartialMessages<MessageSlices[Slice]> | undefined;
};

declare module '../react/messages.ts' {
  interface LicenseMessages extends PartialSlices {
    /** `JsonTree`, in the Raw tab. */
    readonly json?: Partial<JsonTreeMessages> | undefined;
  }
}
