import { focusManager, QueryClient } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { Profiler, type ReactNode, Suspense } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LicenseClient } from '../../src/client/index.ts';
import { licenseKeys } from '../../src/query/index.ts';
import {
  LicenseProvider,
  useLicense,
  usePrefetchLicense,
  useRemoteData,
  useSuspenseLicense,
} from '../../src/react/index.ts';
import { connect, type Sample } from '../client/endpoint.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

function show(node: ReactNode, client: LicenseClient, queryClient = new QueryClient()) {
  render(
    <LicenseProvider client={client} queryClient={queryClient}>
      {node}
    </LicenseProvider>,
  );
  return queryClient;
}

describe('useLicense', () => {
  it('gives the license, its error, and whether it is on its way', async () => {
    const { client, sample } = connect();
    function License({ params }: { params: Sample }): ReactNode {
      const { data, error, isPending } = useLicense(params);
      return <p>{isPending ? 'Loading' : (data?.name ?? error?.code)}</p>;
    }
    show(
      <>
        <License params={sample('webex')} />
        <License params={{ ...sample('webex'), licenseId: 'nobody' }} />
      </>,
      client,
    );
    expect(screen.getAllByText('Loading')).toHaveLength(2);
    await pass(1000);
    expect(screen.getByText(/Meetings/)).toBeVisible();
    expect(screen.getByText('not_found')).toBeVisible();
  });

  it('does not try again in an app whose queries never do', async () => {
    const { sandbox, sent, client, sample } = connect();
    sandbox.fault({ kind: 'status', status: 502 });
    function Codes(): ReactNode {
      return (
        <p>
          {useLicense(sample('webex')).error?.code} {useRemoteData(sample('webex')).error?.code}
        </p>
      );
    }
    show(<Codes />, client, new QueryClient({ defaultOptions: { queries: { retry: false } } }));
    await pass(100);
    expect(screen.getByText('upstream upstream')).toBeVisible();
    expect(sent).toHaveLength(2);
  });

  it('lets select see issues and request id', async () => {
    const { sandbox, client, sample } = connect();
    sandbox.fault({ kind: 'wrong_type' });
    function Issues(): ReactNode {
      const { data } = useLicense(sample('webex'), {
        select: ({ issues }) => issues.map(({ path }) => path[0]),
      });
      return <p>{data?.join(' ')}</p>;
    }
    show(<Issues />, client);
    await pass(1000);
    expect(screen.getByText(/name status assigned_quantity/)).toBeVisible();
  });

  it('shows initial data at once, and a client of its own outranks the provider’s', async () => {
    const { client, sent, sample } = connect();
    const other = connect();
    function Name(): ReactNode {
      const { data } = useLicense(sample('webex'), {
        client: other.client,
        initialData: { license: { id: '1', name: 'Before' }, issues: [] },
        initialDataUpdatedAt: 0,
      });
      return <p>{data.name}</p>;
    }
    show(<Name />, client);
    expect(screen.getByText('Before')).toBeVisible();
    await pass(1000);
    expect(screen.getByText(/Meetings/)).toBeVisible();
    expect([sent.length, other.sent.length]).toEqual([0, 1]);
  });

  it('renders nothing again when a refetch brings equal data, though its request id differs', async () => {
    let requests = 0;
    const name = { current: 'One' };
    const { client } = connect({
      fetch: async () => {
        requests += 1;
        const license = { id: '1', name: name.current, products: [{ id: 'p', status: 'active' }] };
        return Response.json(license, { headers: { 'x-request-id': `r-${requests}` } });
      },
    });
    const onRender = vi.fn<() => void>();
    function Name(): ReactNode {
      return <p>{useLicense({ licenseId: '1' }).data?.name}</p>;
    }
    const queryClient = show(
      <Profiler id="name" onRender={onRender}>
        <Name />
      </Profiler>,
      client,
    );
    await pass(1000);
    expect(screen.getByText('One')).toBeVisible();
    onRender.mockClear();
    await act(() => queryClient.invalidateQueries({ queryKey: licenseKeys.all('') }));
    await pass(1000);
    expect(requests).toBe(2);
    expect(queryClient.getQueryData(licenseKeys.license('', { licenseId: '1' }))?.requestId).toBe('r-2');
    expect(onRender).not.toHaveBeenCalled();
    name.current = 'Two';
    await act(() => queryClient.invalidateQueries({ queryKey: licenseKeys.all('') }));
    await pass(1000);
    expect(screen.getByText('Two')).toBeVisible();
    expect(onRender).toHaveBeenCalledTimes(1);
  });

  it('asks once for a hundred components', async () => {
    const { client, sent, sample } = connect();
    const { licenseId, integratedAccountId } = sample('webex');
    function Name(): ReactNode {
      return <p>{useLicense({ licenseId, integratedAccountId, organizations: undefined }).data?.name}</p>;
    }
    show(
      Array.from({ length: 100 }, (_, index) => <Name key={index} />),
      client,
    );
    await pass(1000);
    expect(screen.getAllByText(/Meetings/)).toHaveLength(100);
    expect(sent).toHaveLength(1);
  });

  it('cancels the request of a component that is gone', async () => {
    const { sandbox, client, sent, sample } = connect();
    sandbox.fault({ kind: 'stall' });
    function Name(): ReactNode {
      return <p>{useLicense(sample('webex')).data?.name}</p>;
    }
    const { unmount } = render(
      <LicenseProvider client={client}>
        <Name />
      </LicenseProvider>,
    );
    await pass(100);
    unmount();
    await pass(100);
    expect(sent.at(-1)?.signal.aborted).toBe(true);
  });
});

describe('refreshWhilePending', () => {
  /** A license with one product, pending until told otherwise, and when it was asked for. */
  function settling() {
    const product = { status: 'pending' };
    const at: number[] = [];
    const startedAt = Date.now();
    const { client } = connect({
      fetch: async () => {
        at.push(Math.round((Date.now() - startedAt) / 1000));
        return Response.json({ id: '1', name: 'One', products: [{ id: 'p', ...product }] });
      },
    });
    function Status(): ReactNode {
      const { data } = useLicense({ licenseId: '1' }, { refreshWhilePending: true });
      return <p>{data?.products?.[0]?.status}</p>;
    }
    return { product, at, client, Status };
  }

  it('asks again in growing intervals, at most once a minute, until the product settles', async () => {
    const { product, at, client, Status } = settling();
    show(<Status />, client);
    await pass(220_000);
    expect(at).toEqual([0, 5, 15, 35, 75, 135, 195]);
    product.status = 'active';
    await pass(60_000);
    expect(screen.getByText('active')).toBeVisible();
    const asked = at.length;
    await pass(600_000);
    expect(at).toHaveLength(asked);
  });

  it('begins anew when a product becomes pending again', async () => {
    const { product, at, client, Status } = settling();
    product.status = 'active';
    const queryClient = show(<Status />, client);
    await pass(100_000);
    expect(at).toEqual([0]);
    product.status = 'pending';
    await act(() => queryClient.invalidateQueries());
    await pass(16_000);
    expect(at).toEqual([0, 100, 105, 115]);
  });

  it('rests while the page is hidden', async () => {
    const { at, client, Status } = settling();
    show(<Status />, client);
    await pass(1000);
    focusManager.setFocused(false);
    await pass(600_000);
    expect(at).toEqual([0]);
    act(() => focusManager.setFocused(true));
    await pass(1000);
    expect(at).toHaveLength(2);
    focusManager.setFocused(undefined);
  });

  it('is off unless asked for', async () => {
    const { at, client } = settling();
    function Status(): ReactNode {
      return <p>{useLicense({ licenseId: '1' }).data?.name}</p>;
    }
    show(<Status />, client);
    await pass(600_000);
    expect(at).toEqual([0]);
  });
});

describe('useSuspenseLicense', () => {
  it('suspends until the license is there', async () => {
    const { client, sample } = connect();
    function Name(): ReactNode {
      return <p>{useSuspenseLicense(sample('webex')).data.name}</p>;
    }
    show(
      <Suspense fallback="Suspended">
        <Name />
      </Suspense>,
      client,
    );
    expect(screen.getByText('Suspended')).toBeVisible();
    await pass(1000);
    expect(screen.getByText(/Meetings/)).toBeVisible();
  });
});

describe('useRemoteData', () => {
  it('asks when it is enabled, and gives the vendor’s body as text', async () => {
    const { client, sent, sample } = connect();
    const onProgress = vi.fn<() => void>();
    function Raw({ isOpen }: { isOpen: boolean }): ReactNode {
      return <pre>{useRemoteData(sample('salesforce'), { enabled: isOpen, onProgress }).data?.text}</pre>;
    }
    const provide = (node: ReactNode) => <LicenseProvider client={client}>{node}</LicenseProvider>;
    const { rerender } = render(provide(<Raw isOpen={false} />));
    await pass(1000);
    expect(sent).toEqual([]);
    rerender(provide(<Raw isOpen />));
    await pass(1000);
    expect(screen.getByText(/"attributes"/)).toBeVisible();
    expect(onProgress).toHaveBeenCalled();
  });
});

describe('usePrefetchLicense', () => {
  it('gets a license before it is shown, and never rejects', async () => {
    const { client, sent, sample } = connect();
    const queryClient = new QueryClient();
    function Link(): ReactNode {
      const prefetch = usePrefetchLicense();
      return (
        <>
          <button onClick={() => prefetch(sample('webex'))}>Prefetch</button>
          <button onClick={() => prefetch({ licenseId: '' })}>Prefetch nothing</button>
        </>
      );
    }
    function Name(): ReactNode {
      return <p>{useLicense(sample('webex')).data?.name}</p>;
    }
    const page = (node: ReactNode) => (
      <LicenseProvider client={client} queryClient={queryClient}>
        <Link />
        {node}
      </LicenseProvider>
    );
    const { rerender } = render(page(null));
    fireEvent.click(screen.getByRole('button', { name: 'Prefetch' }));
    fireEvent.click(screen.getByRole('button', { name: 'Prefetch nothing' }));
    await pass(1000);
    rerender(page(<Name />));
    expect(screen.getByText(/Meetings/)).toBeVisible();
    expect(sent).toHaveLength(1);
  });
});
