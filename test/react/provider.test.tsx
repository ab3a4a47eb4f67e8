import { focusManager, QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { licenseKeys } from '../../src/query/index.ts';
import { LicenseProvider, useLicense, useLicenseSettings } from '../../src/react/index.ts';
import { connect } from '../client/endpoint.ts';

afterEach(() => {
  cleanup();
});

function Name({
  licenseId,
  integratedAccountId,
}: {
  licenseId: string;
  integratedAccountId: string;
}): ReactNode {
  return <p>{useLicense({ licenseId, integratedAccountId }).data?.name}</p>;
}

function Settings(): ReactNode {
  const { client, queryClient, ...rest } = useLicenseSettings();
  return (
    <output>
      {JSON.stringify({ ...rest, client: client?.scope, hasQueryClient: queryClient !== undefined })}
    </output>
  );
}

const settings = (): unknown => JSON.parse(screen.getByRole('status').textContent);

describe('LicenseProvider', () => {
  it('uses the host’s QueryClient, and leaves its defaults alone', async () => {
    const { client, sample } = connect();
    const host = new QueryClient({ defaultOptions: { queries: { gcTime: 7 } } });
    render(
      <QueryClientProvider client={host}>
        <LicenseProvider client={client}>
          <Name {...sample('webex')} />
        </LicenseProvider>
      </QueryClientProvider>,
    );
    expect(await screen.findByText(/Meetings/)).toBeVisible();
    expect(host.getQueryData(licenseKeys.license('', sample('webex')))).toBeDefined();
    expect(host.getDefaultOptions()).toEqual({ queries: { gcTime: 7 } });
  });

  it('uses the one it is given, for the kit alone', async () => {
    const { client, sample } = connect();
    const host = new QueryClient();
    const given = new QueryClient();
    function Host(): ReactNode {
      return <p>{useQuery({ queryKey: ['host'], queryFn: () => 'mine' }).data}</p>;
    }
    render(
      <QueryClientProvider client={host}>
        <LicenseProvider client={client} queryClient={given}>
          <Name {...sample('webex')} />
          <Host />
        </LicenseProvider>
      </QueryClientProvider>,
    );
    expect(await screen.findByText(/Meetings/)).toBeVisible();
    expect(given.getQueryCache().getAll()).toHaveLength(1);
    expect(
      host
        .getQueryCache()
        .getAll()
        .map(({ queryKey }) => queryKey),
    ).toEqual([['host']]);
  });

  it('makes its own where there is none, which refreshes on focus as any other', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { client, sent, sample } = connect();
    const page = render(
      <LicenseProvider client={client}>
        <Name {...sample('webex')} />
      </LicenseProvider>,
    );
    expect(await screen.findByText(/Meetings/)).toBeVisible();
    await vi.advanceTimersByTimeAsync(61_000);
    focusManager.setFocused(false);
    focusManager.setFocused(true);
    await vi.waitFor(() => expect(sent).toHaveLength(2));
    page.unmount();
    focusManager.setFocused(undefined);
    vi.useRealTimers();
  });

  it('gives defaults that a server and a browser share, and takes what is left out from the one around it', () => {
    const { client } = connect({ scope: 'tenant' });
    const page = render(<Settings />);
    expect(settings()).toEqual({ locale: 'en', timeZone: 'UTC', hasQueryClient: false });
    page.rerender(
      <LicenseProvider client={client} locale="de" priceUnit="minor">
        <LicenseProvider timeZone="Europe/Berlin" dir="rtl">
          <Settings />
        </LicenseProvider>
      </LicenseProvider>,
    );
    expect(settings()).toEqual({
      client: 'tenant',
      hasQueryClient: true,
      locale: 'de',
      timeZone: 'Europe/Berlin',
      dir: 'rtl',
      priceUnit: 'minor',
    });
  });

  it('does not render what reads its settings again when nothing changed', () => {
    const { client } = connect();
    const onRender = vi.fn<() => void>();
    function Reader({ onRender: rendered }: { onRender: () => void }): ReactNode {
      useLicenseSettings();
      rendered();
      return null;
    }
    const reader = <Reader onRender={onRender} />;
    const page = (locale: string) => (
      <LicenseProvider client={client} locale={locale}>
        {reader}
      </LicenseProvider>
    );
    const { rerender } = render(page('en'));
    onRender.mockClear();
    rerender(page('en'));
    expect(onRender).not.toHaveBeenCalled();
    rerender(page('de'));
    expect(onRender).toHaveBeenCalled();
  });
});

describe('a hook', () => {
  it('says what to do where there is no client', () => {
    expect(() => renderToString(<Name licenseId="1" integratedAccountId="a" />)).toThrow(
      /LicenseProvider client=/,
    );
  });

  it('says what to do where there is no QueryClient, and names the usual cause', () => {
    const { client } = connect();
    function Alone(): ReactNode {
      return <p>{useLicense({ licenseId: '1' }, { client }).data?.name}</p>;
    }
    expect(() => renderToString(<Alone />)).toThrow(/two copies of @tanstack\/react-query.*resolve\.dedupe/);
  });
});
