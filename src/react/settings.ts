'use client';
import type { QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { LicenseClient } from '../client/index.ts';
import type { LicenseMessages } from './messages.ts';

/** What a {@link LicenseProvider} hands to everything inside it. */
export interface LicenseSettings {
  /** Asks for licenses; undefined outside a provider that has one. */
  readonly client: LicenseClient | undefined;
  /** The provider's own cache; undefined where the host's is used. */
  readonly queryClient: QueryClient | undefined;
  /** BCP 47; `en` unless set. */
  readonly locale: string;
  /** IANA; `UTC` unless set, so that a server and a browser print the same dates. */
  readonly timeZone: string;
  /** Text direction, where the host has set one. */
  readonly dir: 'ltr' | 'rtl' | undefined;
  /** Own texts; each component lays its slice over its own English. */
  readonly messages: LicenseMessages | undefined;
  /** Whether `unit_amount` counts whole units or the smallest ones; undefined shows it as sent. */
  readonly priceUnit: 'major' | 'minor' | undefined;
}

export const LicenseSettingsContext = createContext<LicenseSettings>({
  client: undefined,
  queryClient: undefined,
  locale: 'en',
  timeZone: 'UTC',
  dir: undefined,
  messages: undefined,
  priceUnit: undefined,
});

/** The settings of the nearest {@link LicenseProvider}; the defaults where there is none. */
export function useLicenseSettings(): LicenseSettings {
  return useContext(LicenseSettingsContext);
}
