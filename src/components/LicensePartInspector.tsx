'use client';
import { forwardRef } from 'react';
import { useLicenseContext } from './LicenseContext.ts';
import { type InspectorOptions, InspectorTabs } from './LicenseInspector.tsx';

export interface LicensePartInspectorProps extends InspectorOptions {}

/** `LicenseInspector` for the license around it. */
export const LicensePartInspector = /* @__PURE__ */ forwardRef<HTMLDivElement, LicensePartInspectorProps>(
  function LicensePartInspector(props, ref) {
    return <InspectorTabs ref={ref} {...props} source={useLicenseContext('Inspector')} />;
  },
);
