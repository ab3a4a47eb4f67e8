'use client';
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react';
import { button } from './Button.tsx';
import { Instant } from './Instant.tsx';
import { freshnessMessages } from './License.messages.ts';
import { useLicenseContext } from './LicenseContext.ts';
import { formatNodes } from './message.ts';
import { useMessages } from './useMessages.ts';

export interface LicenseFreshnessProps extends ComponentPropsWithoutRef<'footer'> {
  /** More actions, such as a link to the vendor, before the one that refreshes. */
  children?: ReactNode;
}

/** How old the license is, and the way to a newer one. Nothing where neither is known and nothing else is given. */
export const LicenseFreshness = /* @__PURE__ */ forwardRef<HTMLElement, LicenseFreshnessProps>(
  function LicenseFreshness({ children, ...rest }, ref) {
    const { fetchedAt, isRefreshing, isStale, onRefresh } = useLicenseContext('Freshness');
    const messages = useMessages('freshness', freshnessMessages);
    if (!onRefresh && !children && fetchedAt === undefined && !isStale) return null;

    const age =
      fetchedAt === undefined
        ? isStale && messages.staleUndated
        : formatNodes(isStale ? messages.stale : messages.fetched, {
            when: <Instant at={fetchedAt} withTime justNow={messages.justNow} />,
          });

    return (
      <footer {...rest} ref={ref} data-lk-part="freshness" data-refreshing={isRefreshing ? '' : undefined}>
        <span data-lk-part="freshness-text" data-tone={isStale ? 'caution' : undefined}>
          {isRefreshing ? messages.refreshing : age}
        </span>
        {children}
        {onRefresh ? button(isStale ? messages.retry : messages.refresh, onRefresh, isRefreshing) : null}
      </footer>
    );
  },
);
