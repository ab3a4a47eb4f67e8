'use client';
import { useEffect, useRef, useState } from 'react';
import type { Progress } from '../client/index.ts';
import { useLicenseSettings } from '../react/index.ts';
import { button } from './Button.tsx';
import { FocusKeeper } from './FocusKeeper.tsx';
import { Instant, instantOf } from './Instant.tsx';
import { numberFormat } from './intl.ts';
import { LazyJsonTree, preloadJsonTree } from './LazyJsonTree.tsx';
import { freshnessMessages, stateMessages } from './License.messages.ts';
import type { LoadedRemoteData, LoadRemoteData } from './LicenseContext.ts';
import type { InspectorSource } from './LicenseInspector.tsx';
import { inspectorMessages } from './LicenseInspector.messages.ts';
import { LicenseProblem } from './LicenseProblem.tsx';
import { format, formatNodes } from './message.ts';
import { describeError } from './problem.ts';
import { useMessages } from './useMessages.ts';

/** Bytes from which on a body takes long enough to say how far it is. */
const largeBody = 256 * 1024;

/** Milliseconds by which a body must be younger than the card to be called newer. */
const newerBy = 60_000;

type Loading =
  | { readonly status: 'pending'; readonly progress?: Progress; readonly error?: unknown }
  | { readonly status: 'failed'; readonly error: unknown }
  | { readonly status: 'canceled' }
  | { readonly status: 'done'; readonly data: LoadedRemoteData; readonly fetchedAt: number };

interface RemoteDataViewProps {
  label: string;
  /** What stands there where nothing can be loaded. */
  value: unknown;
  redact: readonly string[] | undefined;
  source?: InspectorSource;
}

/** The vendor's own body, or a value that is there already. */
export function RemoteDataView({ label, value, redact, source }: RemoteDataViewProps) {
  if (source?.loadRemoteData)
    return <LoadedRemoteDataView {...source} load={source.loadRemoteData} redact={redact} />;
  return <LazyJsonTree label={label} source={{ value }} redact={redact} />;
}

interface LoadedRemoteDataViewProps extends InspectorSource {
  load: LoadRemoteData;
  redact: readonly string[] | undefined;
}

function LoadedRemoteDataView({
  load,
  redact,
  vendor,
  headingLevel,
  fetchedAt: cardFetchedAt,
  onReconnect,
}: LoadedRemoteDataViewProps) {
  const messages = useMessages('inspector', inspectorMessages);
  const state = useMessages('state', stateMessages);
  const { justNow } = useMessages('freshness', freshnessMessages);
  const statusRef = useRef<HTMLSpanElement>(null);
  const [loading, setLoading] = useState<Loading>({ status: 'pending' });
  /** Which try this is; another one begins anew, and null ends the one under way. */
  const [attempt, setAttempt] = useState<number | null>(0);

  useEffect(() => {
    if (attempt === null) return undefined;
    preloadJsonTree();
    const controller = new AbortController();
    const { signal } = controller;
    load({
      signal,
      onProgress: (progress) => {
        if (!signal.aborted) setLoading((now) => (now.status === 'pending' ? { ...now, progress } : now));
      },
    }).then(
      (data) =>
        signal.aborted ||
        setLoading({ status: 'done', data, fetchedAt: instantOf(data.fetchedAt) ?? Date.now() }),
      (error: unknown) => signal.aborted || setLoading({ status: 'failed', error }),
    );
    return () => controller.abort();
  }, [load, attempt]);

  const start = () => {
    setLoading({ status: 'pending', ...('error' in loading ? { error: loading.error } : {}) });
    setAttempt((attempt ?? 0) + 1);
  };
  const cancel = () => {
    setLoading({ status: 'canceled' });
    setAttempt(null);
  };

  const isPending = loading.status === 'pending';
  const problem = 'error' in loading && {
    ...describeError(loading.error, state, vendor),
    title: messages.failed,
  };
  let announcement = '';
  if (isPending) announcement = messages.loading;
  else if (loading.status === 'canceled') announcement = messages.canceled;
  else if (problem) announcement = `${problem.title}. ${problem.text}`;

  return (
    <>
      <FocusKeeper sibling={statusRef}>
        {loading.status === 'done' ? (
          <RemoteText {...loading} redact={redact} cardFetchedAt={cardFetchedAt} justNow={justNow} />
        ) : (
          <>
            {problem ? (
              <LicenseProblem
                problem={problem}
                headingLevel={headingLevel}
                isRetrying={isPending}
                onRetry={start}
                onReconnect={onReconnect}
              />
            ) : null}
            {loading.status === 'failed' ? null : (
              <div data-lk-part="remote-state">
                <p data-lk-part="remark">{isPending ? messages.loading : messages.canceled}</p>
                {isPending && loading.progress ? <Arrived {...loading.progress} /> : null}
                {isPending ? button(messages.cancel, cancel) : button(messages.load, start)}
              </div>
            )}
          </>
        )}
      </FocusKeeper>
      <span ref={statusRef} role="status" aria-busy={false} data-lk-part="status">
        {announcement}
      </span>
    </>
  );
}

/** How much of a large body has arrived; of a small one nothing. */
function Arrived({ bytes, total }: Progress) {
  const { locale } = useLicenseSettings();
  const messages = useMessages('inspector', inspectorMessages);
  if ((total ?? bytes) < largeBody) return null;
  const megabytes = (each: number) =>
    numberFormat(locale, {
      style: 'unit',
      unit: 'megabyte',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    }).format(each / 1e6);
  const text =
    total === undefined
      ? megabytes(bytes)
      : format(messages.progress, { bytes: megabytes(bytes), total: megabytes(total) });
  const share = total === undefined ? undefined : Math.round(Math.min(1, bytes / total) * 100);
  return (
    <>
      <p data-lk-part="remark" aria-hidden="true">
        {text}
      </p>
      <div
        data-lk-part="meter"
        role="progressbar"
        aria-label={messages.loading}
        aria-valuenow={share}
        aria-valuetext={text}
      >
        {share === undefined ? null : (
          <svg data-lk-part="meter-scale" aria-hidden="true">
            <rect data-lk-part="meter-fill" x={`${50 - share / 2}%`} width={`${share}%`} height="100%" />
          </svg>
        )}
      </div>
    </>
  );
}

interface RemoteTextProps {
  data: LoadedRemoteData;
  fetchedAt: number;
  redact: readonly string[] | undefined;
  cardFetchedAt: number | undefined;
  justNow: string;
}

/** The body and the moment it was fetched. */
function RemoteText({ data: { text }, fetchedAt, redact, cardFetchedAt, justNow }: RemoteTextProps) {
  const messages = useMessages('inspector', inspectorMessages);
  const isNewer = cardFetchedAt !== undefined && fetchedAt - cardFetchedAt > newerBy;
  return (
    <>
      {text.trim() ? (
        <LazyJsonTree label={messages.raw} source={{ text }} redact={redact} />
      ) : (
        <p data-lk-part="remote-state">{messages.empty}</p>
      )}
      <p data-lk-part="remote-state">
        <span data-lk-part="remark">
          {formatNodes(isNewer ? messages.newer : messages.fetched, {
            when: <Instant at={fetchedAt} withTime justNow={justNow} />,
          })}
        </span>
      </p>
    </>
  );
}
