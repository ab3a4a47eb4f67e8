'use client';
import { forwardRef } from 'react';
import { useLicenseContext } from './LicenseContext.ts';
import { SeatUsage, type SeatUsageProps } from './SeatUsage.tsx';

export interface LicenseSeatsProps extends Omit<SeatUsageProps, 'assigned' | 'available' | 'vendor'> {}

/**
 * The seats of the license around it, as `SeatUsage`.
 *
 * A free license whose seats are all taken is no alarm, and neither is a Webex one that nobody calls paid: Webex
 * counts a free entitlement as full however many use it (observed, not documented).
 */
export const LicenseSeats = /* @__PURE__ */ forwardRef<HTMLDivElement, LicenseSeatsProps>(
  function LicenseSeats(props, ref) {
    const { license, vendor } = useLicenseContext('Seats');
    const isFree = license.is_paid === false || (vendor === 'webex' && license.is_paid !== true);
    return (
      <SeatUsage
        isFullNormal={isFree}
        {...props}
        ref={ref}
        assigned={license.assigned_quantity}
        available={license.available_quantity}
        vendor={vendor}
      />
    );
  },
);
