'use client';
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useMemo, useRef, useState } from 'react';
import {
  type License,
  licenseFields,
  type LicenseIssue,
  parseLicense,
  type Vendor,
} from '../license/index.ts';
import { useLicenseSettings } from '../react/index.ts';
import { FocusKeeper } from './FocusKeeper.tsx';
import { instantOf } from './Instant.tsx';
import { headerMessages, stateMessages } from './License.messages.ts';
import {
  type Density,
  type HeadingLevel,
  LicenseContext,
  type LicenseContextValue,
  type LoadRemoteData,
} from './LicenseContext.ts';
import { licenseTitle } from './LicenseHeader.tsx';
import { LicenseProblem } from './LicenseProblem.tsx';
import { licenseSkeleton } from './LicenseSkeleton.tsx';
import { describeError, malformed } from './problem.ts';
import { statusTone } from './ProductStatusBadge.tsx';
import { useMessages } from './useMessages.ts';

/** What a card shows: `data-state` of its root. */
export type LicenseState = 'loading' | 'error' | 'not-found' | 'ready';

/** What a host's own error content is told. */
export interface LicenseProblemSlot {
  error: unknown;
  /** It is being tried again. */
  isRetrying: boolean;
  /** Tries again; undefined where nobody can. */
  onRetry: (() => unknown) | undefined;
}

/** A license, or where there is none, why. */
export interface LicenseData {
  /** The license. Null or absent: it is loading, unless there is an `error`. */
  license?: License | null | undefined;
  /** Which license it is, said while there is none: the license itself brings its id. */
  licenseId?: string | undefined;
  /** What was left out of the license because it had the wrong type. Found out where it is not given. */
  issues?: readonly LicenseIssue[] | undefined;
  /** Why there is no license or, beside a license, why it could not be refreshed. */
  error?: unknown;
  /** When the license was fetched, in milliseconds since 1970. */
  fetchedAt?: number | undefined;
  /** The license is being fetched again. Shown always, and spoken where the card's own button asked for it. */
  isRefreshing?: boolean | undefined;
  /** Fetches the license again. */
  onRefresh?: (() => unknown) | undefined;
  /** Fetches the vendor's own body, once somebody opens the Raw tab. */
  loadRemoteData?: LoadRemoteData | undefined;
}

/** What a host decides of a card, wherever its data comes from. */
export interface LicenseRootOptions {
  /** Who the license comes from, which the license itself does not say. */
  vendor?: Vendor | undefined;
  /** Has the account connected again; offered where the vendor refuses it. */
  onReconnect?: (() => unknown) | undefined;
  /**
   * Rank of the card's heading.
   * @default 3
   */
  headingLevel?: HeadingLevel | undefined;
  /**
   * How close the rows stand.
   * @default 'comfortable'
   */
  density?: Density | undefined;
  /** Draws errors but `not_found` in place of the kit. */
  renderError?: ((slot: LicenseProblemSlot) => ReactNode) | undefined;
  /** Draws `not_found` in place of the kit. */
  renderNotFound?: ((slot: LicenseProblemSlot) => ReactNode) | undefined;
}

export interface LicenseRootProps
  extends ComponentPropsWithoutRef<'article'>, LicenseData, LicenseRootOptions {}

/**
 * The card: gives its parts the license, and stands in for them while there is none. Its attributes say how it
 * stands: `data-state`, `data-partial`, `data-stale`, `data-tone`, `data-density`.
 *
 * @example
 * <License.Root license={license} vendor="salesforce">
 *   <License.Header />
 *   <License.Seats />
 * </License.Root>
 */
export const LicenseRoot = /* @__PURE__ */ forwardRef<HTMLElement, LicenseRootProps>(function LicenseRoot(
  {
    license: given,
    licenseId,
    vendor,
    issues: knownIssues,
    error: givenError,
    fetchedAt,
    isRefreshing = false,
    onRefresh: refresh,
    onReconnect,
    loadRemoteData,
    headingLevel = 3,
    density = 'comfortable',
    renderError,
    renderNotFound,
    children,
    ...rest
  },
  ref,
) {
  const { locale, dir } = useLicenseSettings();
  const messages = useMessages('state', stateMessages);
  const header = useMessages('header', headerMessages);
  const [announcement, announce] = useState('');
  const statusRef = useRef<HTMLSpanElement>(null);

  const { license, issues } = useMemo(() => parseLicense(given ?? null), [given]);
  const error = givenError ?? (given && !license ? malformed : null);
  const problem = error ? describeError(error, messages, vendor) : undefined;
  const state = license
    ? 'ready'
    : !problem
      ? 'loading'
      : problem.code === 'not_found'
        ? 'not-found'
        : 'error';
  // A refresh is spoken of while somebody waits for it: others come by themselves, and to all cards of a page.
  const version = error ?? fetchedAt;
  const [asked, setAsked] = useState<unknown>(null);
  const onRefresh =
    refresh &&
    (() => {
      setAsked(version);
      return refresh();
    });
  // Made anew with each rendering: whatever draws this draws its parts too, but for announcements, which are rare.
  const context: LicenseContextValue | null = license && {
    license,
    issues: knownIssues ?? issues,
    vendor,
    headingLevel,
    fetchedAt: instantOf(fetchedAt),
    isRefreshing,
    problem,
    onRefresh,
    onReconnect,
    loadRemoteData,
    announce,
  };
  const slot = { error, isRetrying: isRefreshing, onRetry: onRefresh };
  const render = state === 'not-found' ? renderNotFound : renderError;
  let status = '';
  if (state === 'loading') status = messages.loading;
  else if (isRefreshing && asked === version) status = messages.refreshing;
  else if (problem) status = license ? messages.refreshFailed : `${problem.title}. ${problem.text}`;
  const title = license ? licenseTitle(license, header.unnamed) : (problem?.title ?? messages.loading);

  return (
    <article
      // Never reached with Tab; the focus comes here when what had it goes away.
      tabIndex={-1}
      dir={dir}
      aria-label={title}
      aria-busy={state === 'loading' || isRefreshing || undefined}
      lang={locale}
      {...rest}
      ref={ref}
      data-lk-part="license"
      data-state={state}
      data-partial={
        license && Object.keys(licenseFields).some((field) => Reflect.get(license, field) == null)
          ? ''
          : undefined
      }
      data-stale={license && problem ? '' : undefined}
      data-tone={state === 'error' ? 'negative' : statusTone(license?.status)}
      data-density={density}
    >
      <FocusKeeper sibling={statusRef}>
        {context ? (
          <LicenseContext.Provider value={context}>{children}</LicenseContext.Provider>
        ) : problem ? (
          (render?.(slot) ?? (
            <LicenseProblem
              {...slot}
              problem={problem}
              onReconnect={onReconnect}
              headingLevel={headingLevel}
              licenseId={licenseId}
            />
          ))
        ) : (
          licenseSkeleton(vendor, loadRemoteData !== undefined)
        )}
      </FocusKeeper>
      {/* Not busy: some screen readers keep a busy region to themselves. */}
      <span ref={statusRef} aria-busy={false} role="status" data-lk-part="status">
        {announcement || status}
      </span>
    </article>
  );
});
