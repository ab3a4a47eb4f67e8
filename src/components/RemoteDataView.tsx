'use client';
import { useEffect, useState } from 'react';
import type { RemoteData } from '../client/index.ts';
import { LazyJsonTree } from './LazyJsonTree.tsx';
import type { LoadRemoteData } from './LicenseContext.ts';
import { inspectorMessages } from './LicenseInspector.messages.ts';
import { useFocusKeeper } from './useFocusKeeper.ts';
import { useMessages } from './useMessages.ts';

type Loading =
  | { readonly status: 'pending' }
  | { readonly status: 'failed' }
  | { readonly status: 'done'; readonly data: RemoteData };

interface RemoteDataViewProps {
  load: LoadRemoteData | undefined;
  /** What stands there where nothing can be loaded. */
  value: unknown;
  redact: readonly string[] | undefined;
}

/** The vendor's own body. */
export function RemoteDataView({ load, value, redact }: RemoteDataViewProps) {
  const { raw } = useMessages('inspector', inspectorMessages);
  return load ? (
    <LoadedRemoteData load={load} redact={redact} />
  ) : (
    <LazyJsonTree label={raw} source={{ value }} redact={redact} />
  );
}

function LoadedRemoteData({ load, redact }: { load: LoadRemoteData; redact: readonly string[] | undefined }) {
  const messages = useMessages('inspector', inspectorMessages);
  const ref = useFocusKeeper();
  const [attempt, setAttempt] = useState(0);
  const [loading, setLoading] = useState<Loading>({ status: 'pending' });
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    load({ signal }).then(
      (data) => signal.aborted || setLoading({ status: 'done', data }),
      () => signal.aborted || setLoading({ status: 'failed' }),
    );
    return () => controller.abort();
  }, [load, attempt]);

  if (loading.status === 'done') {
    const { text } = loading.data;
    return text.trim() ? (
      <LazyJsonTree label={messages.raw} source={{ text }} redact={redact} />
    ) : (
      <p data-lk-part="remote-state">{messages.empty}</p>
    );
  }
  const isFailed = loading.status === 'failed';
  return (
    <div ref={ref} data-lk-part="remote-state">
      <p role="status" data-lk-part="remark">
        {isFailed ? messages.failed : messages.loading}
      </p>
      {attempt > 0 || isFailed ? (
        <button
          type="button"
          data-lk-part="button"
          aria-disabled={!isFailed || undefined}
          onClick={() => {
            if (!isFailed) return;
            setLoading({ status: 'pending' });
            setAttempt(attempt + 1);
          }}
        >
          {messages.retry}
        </button>
      ) : null}
    </div>
  );
}
