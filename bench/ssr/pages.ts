import { createElement, type ReactElement } from 'react';
import { LicenseView } from '../../src/index.ts';
import { BareCard } from '../cards/bare.tsx';
import { makeLicenses } from '../cards/licenses.ts';

export const count = 1000;
const licenses = makeLicenses(count);
const fetchedAt = Date.now();
const onRefresh = () => {};
const loadRemoteData = () => new Promise<never>(() => {});

/** The same licenses as bare React and as the kit draws them. */
export const pages: Record<'bare' | 'ours', () => ReactElement[]> = {
  bare: () =>
    licenses.map((license) => createElement(BareCard, { key: license.id, license, fetchedAt, onRefresh })),
  ours: () =>
    licenses.map((license) =>
      createElement(LicenseView, {
        key: license.id,
        license,
        vendor: 'webex',
        loadRemoteData,
        fetchedAt,
        onRefresh,
      }),
    ),
};
