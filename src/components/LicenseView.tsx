'use client';
import { type ComponentPropsWithoutRef, forwardRef, memo, type ReactNode } from 'react';
import { LicenseDetails } from './LicenseDetails.tsx';
import { LicenseFreshness } from './LicenseFreshness.tsx';
import { LicenseHeader } from './LicenseHeader.tsx';
import type { InspectorView } from './LicenseInspector.tsx';
import { LicensePartInspector } from './LicensePartInspector.tsx';
import { LicenseProducts } from './LicenseProducts.tsx';
import { LicenseRoles } from './LicenseRoles.tsx';
import { type LicenseData, LicenseRoot, type LicenseRootOptions } from './LicenseRoot.tsx';
import { LicenseSeats } from './LicenseSeats.tsx';

/** What a host decides of the whole card. */
export interface LicenseViewOptions extends LicenseRootOptions {
  /** Stands for the vendor in place of its monogram; null for nothing. */
  icon?: ReactNode;
  /** Actions of the host's own, before the one that refreshes. */
  actions?: ReactNode;
  /**
   * `lazy` fetches the vendor's own body when its tab is opened; `none` leaves the tabs out.
   * @default 'lazy'
   */
  inspector?: 'lazy' | 'none' | undefined;
  /** Paths in the vendor's own body that stay hidden until somebody shows them: `licenseKey`, `users[].email`. */
  redact?: readonly string[] | undefined;
  /** The open tab, where the host decides it. */
  view?: InspectorView | undefined;
  /** Told which tab a person opens. */
  onViewChange?: ((change: { view: InspectorView }) => void) | undefined;
  /**
   * Share of seats taken from which on a license is nearly full, 0 to 1.
   * @default 0.9
   */
  nearlyFullAt?: number | undefined;
  /**
   * How many products are shown until the rest is asked for.
   * @default 6
   */
  maxProducts?: number | undefined;
  /**
   * How many roles are shown until the rest is asked for.
   * @default 6
   */
  maxRoles?: number | undefined;
}

export interface LicenseViewProps
  extends Omit<ComponentPropsWithoutRef<'article'>, 'children'>, LicenseData, LicenseViewOptions {}

/**
 * A license as a card, from plain data: needs neither a provider nor a network. Drawn again only where a prop changes,
 * so give it functions and nodes that stay the same.
 *
 * @example
 * <LicenseView license={license} vendor="webex" fetchedAt={dataUpdatedAt} onRefresh={refetch} />
 */
export const LicenseView = /* @__PURE__ */ memo(
  /* @__PURE__ */ forwardRef<HTMLElement, LicenseViewProps>(function LicenseView(
    {
      icon,
      actions,
      inspector = 'lazy',
      redact,
      view,
      onViewChange,
      nearlyFullAt,
      maxProducts,
      maxRoles,
      loadRemoteData,
      ...root
    },
    ref,
  ) {
    const hasTabs = inspector !== 'none';
    const header = <LicenseHeader icon={icon} />;
    const fields = (
      <>
        <LicenseSeats nearlyFullAt={nearlyFullAt} />
        <LicenseProducts max={maxProducts} />
        <LicenseRoles max={maxRoles} />
        <LicenseDetails />
      </>
    );
    return (
      <LicenseRoot ref={ref} {...root} loadRemoteData={hasTabs ? loadRemoteData : undefined}>
        {hasTabs ? (
          <LicensePartInspector header={header} redact={redact} view={view} onViewChange={onViewChange}>
            {fields}
          </LicensePartInspector>
        ) : (
          <>
            {header}
            <div data-lk-part="panel">{fields}</div>
          </>
        )}
        <LicenseFreshness>{actions}</LicenseFreshness>
      </LicenseRoot>
    );
  }),
);
