'use client';
import * as Tabs from '@radix-ui/react-tabs';
import { type ComponentPropsWithoutRef, forwardRef, lazy, type ReactNode, useId, useState } from 'react';
import type { License, Vendor } from '../license/index.ts';
import { useLicenseSettings } from '../react/index.ts';
import { LazyJsonTree } from './LazyJsonTree.tsx';
import type { HeadingLevel, LoadRemoteData } from './LicenseContext.ts';
import { inspectorMessages } from './LicenseInspector.messages.ts';
import { OnDemand } from './OnDemand.tsx';
import { panelSize } from './panelSize.ts';
import { useMessages } from './useMessages.ts';

const RemoteDataView = /* @__PURE__ */ lazy(async () => ({
  default: (await import('./RemoteDataView.tsx')).RemoteDataView,
}));

/** A side of a license: Truto's unified object, or the vendor's own body. */
export type InspectorView = 'unified' | 'raw';

export interface LicenseInspectorProps extends Omit<ComponentPropsWithoutRef<'div'>, 'dir'> {
  license: License;
  /** Fetches the vendor's own body once the Raw tab is opened. Without it, `remote_data` of the license stands there. */
  loadRemoteData?: LoadRemoteData | undefined;
  /** The open tab, where the host decides it. */
  view?: InspectorView | undefined;
  /**
   * The tab that is open at first.
   * @default 'unified'
   */
  defaultView?: InspectorView | undefined;
  /** Told which tab a person opens. */
  onViewChange?: ((change: { view: InspectorView }) => void) | undefined;
  /** Who the license comes from, for what is said when the body does not come. */
  vendor?: Vendor | undefined;
  /** Has the account connected again; offered where the vendor refuses it. */
  onReconnect?: (() => unknown) | undefined;
  /**
   * Rank of the heading over an error.
   * @default 3
   */
  headingLevel?: HeadingLevel | undefined;
  /** When the license was fetched, in milliseconds since 1970: the body may be newer, and then says so. */
  fetchedAt?: number | undefined;
  /** Paths of values that stay hidden until somebody shows them: `licenseKey`, `users[].email`. See `JsonTree`. */
  redact?: readonly string[] | undefined;
  /** Stands beside the tabs. */
  header?: ReactNode;
  /** The Unified tab; the license as JSON unless given. */
  children?: ReactNode;
}

const views: readonly InspectorView[] = ['unified', 'raw'];

type Move = Readonly<Record<InspectorView, InspectorView>>;
const toOther: Move = { unified: 'raw', raw: 'unified' };
const toFirst: Move = { unified: 'unified', raw: 'unified' };
const toLast: Move = { unified: 'raw', raw: 'raw' };
/** Where a key leads from a tab. Of two, either arrow leads to the other one, whichever way the page is written. */
const moves: Readonly<Record<string, Move>> = {
  ArrowLeft: toOther,
  ArrowRight: toOther,
  Home: toFirst,
  PageUp: toFirst,
  End: toLast,
  PageDown: toLast,
};

/**
 * The unified license and the vendor's own body behind it, in two tabs. The body is asked for when its tab is opened,
 * because it may hold license keys and people's addresses. Where there is no such body there are no tabs.
 */
export const LicenseInspector = /* @__PURE__ */ forwardRef<HTMLDivElement, LicenseInspectorProps>(
  function LicenseInspector(
    {
      license,
      loadRemoteData,
      view,
      defaultView = 'unified',
      onViewChange,
      vendor,
      onReconnect,
      headingLevel = 3,
      fetchedAt,
      redact,
      header,
      children,
      ...rest
    },
    ref,
  ) {
    const { dir } = useLicenseSettings();
    const id = useId();
    const messages = useMessages('inspector', inspectorMessages);
    const [ownView, setOwnView] = useState(defaultView);
    const [wasOpened, setOpened] = useState(false);
    const selected = view ?? ownView;
    // Once opened, the raw side stays, with what was expanded and searched in it.
    if (selected === 'raw' && !wasOpened) setOpened(true);

    const { remote_data: remoteData, ...unified } = license;
    const unifiedSide = children ?? (
      <LazyJsonTree label={messages.unified} source={{ value: unified }} redact={redact} />
    );
    if (!loadRemoteData && remoteData === undefined) {
      return (
        <div {...rest} ref={ref} data-lk-part="inspector">
          {header ? <div data-lk-part="inspector-header">{header}</div> : null}
          <div data-lk-part="panel">{unifiedSide}</div>
        </div>
      );
    }

    const sides: Record<InspectorView, ReactNode> = {
      unified: unifiedSide,
      raw: wasOpened ? (
        <OnDemand>
          <RemoteDataView
            key={license.id}
            load={loadRemoteData}
            value={remoteData}
            redact={redact}
            vendor={vendor}
            headingLevel={headingLevel}
            cardFetchedAt={fetchedAt}
            onReconnect={onReconnect}
          />
        </OnDemand>
      ) : null,
    };
    const tabId = (each: InspectorView) => `${id}${each}-tab`;
    const panelId = (each: InspectorView) => `${id}${each}`;
    // Radix would write dir="ltr" where nobody said so, and a style: what stands on the child comes before that. Its
    // panels write a style too, and measure themselves as they mount, for animations that we have not: these are ours.
    // It moves the focus by the page's own document, which sees into no shadow root and no frame: the keys are ours too.
    return (
      <Tabs.Root
        asChild
        dir={dir}
        value={selected}
        onValueChange={(value) => {
          const next = views.find((known) => known === value);
          if (!next) return;
          setOwnView(next);
          onViewChange?.({ view: next });
        }}
      >
        <div {...rest} ref={ref} dir={dir} data-lk-part="inspector">
          <div data-lk-part="inspector-header">
            {header}
            <Tabs.List
              data-lk-part="tabs"
              aria-label={messages.label}
              tabIndex={undefined}
              style={{ outline: undefined }}
            >
              {views.map((each) => (
                <Tabs.Trigger
                  key={each}
                  value={each}
                  id={tabId(each)}
                  aria-controls={panelId(each)}
                  tabIndex={each === selected ? 0 : -1}
                  data-lk-part="tab"
                  onKeyDown={(event) => {
                    const next = moves[event.key]?.[each];
                    if (!next || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
                    event.preventDefault();
                    const tabs =
                      event.currentTarget.parentElement?.querySelectorAll<HTMLElement>('[role="tab"]');
                    tabs?.[views.indexOf(next)]?.focus();
                  }}
                >
                  {messages[each]}
                </Tabs.Trigger>
              ))}
            </Tabs.List>
          </div>
          {views.map((each) => (
            <div
              key={each}
              id={panelId(each)}
              role="tabpanel"
              aria-labelledby={tabId(each)}
              tabIndex={0}
              hidden={each !== selected}
              data-lk-part="panel"
              data-size={each === 'unified' ? panelSize(license) : undefined}
              data-state={each === selected ? 'active' : 'inactive'}
            >
              {sides[each]}
            </div>
          ))}
        </div>
      </Tabs.Root>
    );
  },
);
