'use client';
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react';
import { button } from './Button.tsx';
import { Instant } from './Instant.tsx';
import { freshnessMessages, stateMessages } from './License.messages.ts';
import { useLicenseContext } from './LicenseContext.ts';
import { formatNodes } from './message.ts';
import { helpFor } from './problem.ts';
import { useMessages } from './useMessages.ts';

export interface LicenseFreshnessProps extends ComponentPropsWithoutRef<'footer'> {
  /** More actions, such as a link to the vendor, before the one that refreshes. */
  children?: ReactNode;
}

/**
 * How old the license is, why it is no newer, and the way to a newer one. Nothing where neither is known and nothing
 * else is given.
 */
export const LicenseFreshness = /* @__PURE__ */ forwardRef<HTMLElement, LicenseFreshnessProps>(
  function LicenseFreshness({ children, ...rest }, ref) {
    const { fetchedAt, isRefreshing, problem, onRefresh, onReconnect } = useLicenseContext('Freshness');
    const messages = useMessages('freshness', freshnessMessages);
    const state = useMessages('state', stateMessages);
    if (!onRefresh && !children && fetchedAt === undefined && !problem) return null;

    const age =
      fetchedAt === undefined
        ? problem && state.refreshFailed
        : formatNodes(problem ? messages.stale : messages.fetched, {
            when: <Instant at={fetchedAt} withTime justNow={messages.justNow} />,
          });
    const [words, act] = problem
      ? helpFor(problem, state, onRefresh, onReconnect)
      : [messages.refresh, onRefresh];

    return (
      <footer ref={ref} {...rest} data-lk-part="freshness" data-refreshing={isRefreshing ? '' : undefined}>
        <span data-lk-part="freshness-text" data-tone={problem ? 'caution' : undefined}>
          {isRefreshing ? messages.refreshing : age}
          {problem && !isRefreshing ? ` ${problem.text}` : null}
        </span>
        {children}
        {act ? button(words, act, isRefreshing) : null}
      </footer>
    );
  },
);
