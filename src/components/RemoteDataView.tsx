'use client';
import { useEffect, useState } from 'react';
import type { RemoteData } from '../client/index.ts';
import type { LoadRemoteData } from './LicenseContext.ts';
import { inspectorMessages } from './LicenseInspector.messages.ts';
import { useMessages } from './useMessages.ts';

type Loading =
  | { readonly status: 'pending' }
  | { readonly status: 'failed' }
  | { readonly status: 'done'; readonly data: RemoteData };

interface RemoteDataViewProps {
  load: LoadRemoteData | undefined;
  /** What stands there where nothing can be loaded. */
  value: unknown;
}

/** The vendor's own body. */
export function RemoteDataView({ load, value }: RemoteDataViewProps) {
  return load ? <LoadedText load={load} /> : <Text text={JSON.stringify(value, null, 2)} />;
}

function LoadedText({ load }: { load: LoadRemoteData }) {
  const messages = useMessages('inspector', inspectorMessages);
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

  if (loading.status === 'done') return <Text text={loading.data.text} />;
  const isPending = loading.status === 'pending';
  return (
    <div data-lk-part="remote-state">
      <p data-lk-part="remark" role="status">
        {isPending ? messages.loading : messages.failed}
      </p>
      {isPending ? null : (
        <button
          type="button"
          data-lk-part="button"
          onClick={() => {
            setLoading({ status: 'pending' });
            setAttempt(attempt + 1);
          }}
        >
          {messages.retry}
        </button>
      )}
    </div>
  );
}

function Text({ text }: { text: string }) {
  const messages = useMessages('inspector', inspectorMessages);
  return text.trim() ? (
    <pre data-lk-part="code" tabIndex={0} dir="ltr">
      {text}
    </pre>
  ) : (
    <p data-lk-part="remark">{messages.empty}</p>
  );
}
