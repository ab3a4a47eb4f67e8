'use client';
import { QueryClient, QueryClientContext } from '@tanstack/react-query';
import { type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { LicenseClient } from '../client/index.ts';
import type { LicenseMessages } from './messages.ts';
import { type LicenseSettings, LicenseSettingsContext, useLicenseSettings } from './settings.ts';

/** Props of {@link LicenseProvider}. What is left out comes from the provider around it, if there is one. */
export interface LicenseProviderProps {
  /** From `createLicenseClient`. Make it once, outside the components. */
  readonly client?: LicenseClient | undefined;
  /** The cache to use; the host's unless given, and one of the provider's own where the host has none. */
  readonly queryClient?: QueryClient | undefined;
  /** BCP 47 tag for numbers and dates; `en` unless set, with “26 Sep 2025” for `en-US`’s “Sep 26, 2025”. */
  readonly locale?: string | undefined;
  /** IANA name for dates; `UTC` unless set. */
  readonly timeZone?: string | undefined;
  /** Text direction; the document's unless set. */
  readonly dir?: 'ltr' | 'rtl' | undefined;
  /** Own texts in place of the English ones. */
  readonly messages?: LicenseMessages | undefined;
  /** Whether `unit_amount` counts whole units or the smallest ones. Unset, the amount shows as sent. */
  readonly priceUnit?: 'major' | 'minor' | undefined;
  readonly children?: ReactNode;
}

/**
 * Gives the hooks and components inside it a client, a cache, a language and a time zone.
 *
 * Uses the host's QueryClient and never changes its defaults.
 *
 * @example
 * <LicenseProvider client={client} locale="de" timeZone="Europe/Berlin">…</LicenseProvider>
 */
export function LicenseProvider({ children, ...props }: LicenseProviderProps): ReactNode {
  const outer = useLicenseSettings();
  const host = useContext(QueryClientContext);
  const given = props.queryClient ?? outer.queryClient;
  const [own] = useState(() => (given || host ? undefined : new QueryClient()));
  const queryClient = given ?? own;
  useEffect(() => {
    // Lets the cache refresh on focus and reconnection; for the host's, its own provider does so.
    queryClient?.mount();
    return () => queryClient?.unmount();
  }, [queryClient]);

  const client = props.client ?? outer.client;
  const locale = props.locale ?? outer.locale;
  const timeZone = props.timeZone ?? outer.timeZone;
  const dir = props.dir ?? outer.dir;
  const messages = props.messages ?? outer.messages;
  const priceUnit = props.priceUnit ?? outer.priceUnit;
  const settings = useMemo<LicenseSettings>(
    () => ({ client, queryClient, locale, timeZone, dir, messages, priceUnit }),
    [client, queryClient, locale, timeZone, dir, messages, priceUnit],
  );
  return <LicenseSettingsContext.Provider value={settings}>{children}</LicenseSettingsContext.Provider>;
}
