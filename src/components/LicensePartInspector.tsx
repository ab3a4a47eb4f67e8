'use client';
import { forwardRef } from 'react';
import { useLicenseContext } from './LicenseContext.ts';
import { LicenseInspector, type LicenseInspectorProps } from './LicenseInspector.tsx';

export interface LicensePartInspectorProps extends Omit<
  LicenseInspectorProps,
  'license' | 'vendor' | 'headingLevel' | 'fetchedAt' | 'onReconnect' | 'loadRemoteData'
> {}

/** `LicenseInspector` for the license around it. */
export const LicensePartInspector = /* @__PURE__ */ forwardRef<HTMLDivElement, LicensePartInspectorProps>(
  function LicensePartInspector(props, ref) {
    const { license, vendor, headingLevel, fetchedAt, onReconnect, loadRemoteData } =
      useLicenseContext('Inspector');
    return (
      <LicenseInspector
        {...props}
        ref={ref}
        license={license}
        vendor={vendor}
        headingLevel={headingLevel}
        fetchedAt={fetchedAt}
        onReconnect={onReconnect}
        loadRemoteData={loadRemoteData}
      />
    );
  },
);
