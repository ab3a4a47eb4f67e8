'use client';
import { forwardRef } from 'react';
import { useLicenseContext } from './LicenseContext.ts';
import { LicenseInspector, type LicenseInspectorProps } from './LicenseInspector.tsx';

export interface LicensePartInspectorProps extends Omit<
  LicenseInspectorProps,
  'license' | 'loadRemoteData'
> {}

/** `LicenseInspector` for the license around it. */
export const LicensePartInspector = /* @__PURE__ */ forwardRef<HTMLDivElement, LicensePartInspectorProps>(
  function LicensePartInspector(props, ref) {
    const { license, loadRemoteData } = useLicenseContext('Inspector');
    return <LicenseInspector {...props} ref={ref} license={license} loadRemoteData={loadRemoteData} />;
  },
);
