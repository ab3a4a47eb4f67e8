'use client';
import { type ComponentPropsWithoutRef, forwardRef, lazy, type ReactNode, useId, useState } from 'react';
import type { License, Vendor } from '../license/index.ts';
import { useLicenseSettings } from '../react/index.ts';
import type { HeadingLevel, LicenseContextValue, LoadRemoteData } from './LicenseContext.ts';
import { tabMessages } from './InspectorTabs.messages.ts';
import { OnDemand } from './OnDemand.tsx';
import { panelSize } from './panelSize.ts';
import * as Tabs from './tabs.tsx';
import { useMessages } from './useMessages.ts';

const RemoteDataView = /* @__PURE__ */ lazy(() =>
  import('./RemoteDataView.tsx').then(({ RemoteDataView: View }) => ({ default: View })),
);

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

/** What both sides are drawn from. */
export interface InspectorSource extends Pick<
  LicenseContextValue,
  'license' | 'loadRemoteData' | 'vendor' | 'onReconnect' | 'headingLevel' | 'fetchedAt'
> {}

/** What is left for a host to say where the license is known. */
export interface InspectorOptions extends Omit<LicenseInspectorProps, keyof InspectorSource> {}

const views = ['unified', 'raw'] as const;

/** Which tab each key leads to. Of two, either arrow leads to the other one, whichever way the page is written. */
const tabOf = (other: number): Readonly<Record<string, number>> => ({
  ArrowLeft: other,
  ArrowRight: other,
  Home: 0,
  End: 1,
});

/** Two tabs, or none where there is no vendor's body. */
export const InspectorTabs = /* @__PURE__ */ forwardRef<
  HTMLDivElement,
  InspectorOptions & { source: InspectorSource }
>(function InspectorTabs(
  { source, view, defaultView = 'unified', onViewChange, redact, header, children, ...rest },
  ref,
) {
  const { dir } = useLicenseSettings();
  const id = useId();
  const messages = useMessages('inspector', tabMessages);
  const [ownView, setOwnView] = useState(defaultView);
  const [openedId, setOpenedId] = useState<string>();
  const selected = view ?? ownView;
  const { license, loadRemoteData } = source;
  // Once opened, the raw side of a license stays, with what was expanded and searched in it.
  if (selected === 'raw' && openedId !== license.id) setOpenedId(license.id);

  const { remote_data: remoteData } = license;
  const sides = {
    unified: children ?? (
      <OnDemand>
        <RemoteDataView
          label={messages.unified}
          // JSON leaves out what is undefined.
          redact={redact}
          value={{ ...license, remote_data: undefined }}
        />
      </OnDemand>
    ),
    raw:
      openedId === license.id ? (
        <OnDemand>
          <RemoteDataView
            key={license.id}
            label={messages.raw}
            redact={redact}
            source={source}
            value={remoteData}
          />
        </OnDemand>
      ) : null,
  };
  if (!loadRemoteData && remoteData === undefined) {
    return (
      <div ref={ref} {...rest} dir={dir} data-lk-part="inspector">
        {header ? <div data-lk-part="inspector-header">{header}</div> : null}
        <div data-lk-part="panel">{sides.unified}</div>
      </div>
    );
  }

  // Radix would write dir="ltr" where nobody said so, and a style: what stands on the child comes before that. Its
  // panels write a style too, and measure themselves as they mount, for animations that we have not: these are ours.
  // It moves the focus by the page's own document, which sees into no shadow root and no frame: the keys are ours too.
  return (
    <Tabs.Root
      asChild
      dir={dir}
      value={selected}
      onValueChange={(value) => {
        const next = value === 'raw' ? 'raw' : 'unified';
        setOwnView(next);
        onViewChange?.({ view: next });
      }}
    >
      <div ref={ref} {...rest} dir={dir} data-lk-part="inspector">
        <div data-lk-part="inspector-header">
          {header}
          <Tabs.List
            style={{ outline: undefined }}
            tabIndex={undefined}
            data-lk-part="tabs"
            aria-label={messages.label}
          >
            {views.map((each, index) => (
              <Tabs.Trigger
                key={each}
                aria-controls={id + each}
                tabIndex={each === selected ? 0 : -1}
                data-lk-part="tab"
                id={`${id}${each}-tab`}
                value={each}
                onKeyDown={(event) => {
                  const next = tabOf(1 - index)[event.key];
                  if (next === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
                    return;
                  event.preventDefault();
                  event.currentTarget.parentElement
                    ?.querySelectorAll<HTMLElement>('[role="tab"]')
                    [next]?.focus();
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
            tabIndex={0}
            data-lk-part="panel"
            role="tabpanel"
            data-size={panelSize(license)}
            hidden={each !== selected}
            id={id + each}
            aria-labelledby={`${id}${each}-tab`}
          >
            {sides[each]}
          </div>
        ))}
      </div>
    </Tabs.Root>
  );
});

/**
 * The unified license and the vendor's own body behind it, in two tabs. The body is asked for when its tab is opened,
 * because it may hold license keys and people's addresses. Where there is no such body there are no tabs.
 */
export const LicenseInspector = /* @__PURE__ */ forwardRef<HTMLDivElement, LicenseInspectorProps>(
  function LicenseInspector(
    { license, loadRemoteData, vendor, onReconnect, headingLevel = 3, fetchedAt, ...rest },
    ref,
  ) {
    const source = { license, loadRemoteData, vendor, onReconnect, headingLevel, fetchedAt };
    return <InspectorTabs ref={ref} {...rest} source={source} />;
  },
);
