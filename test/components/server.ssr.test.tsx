import { QueryClient } from '@tanstack/react-query';
import { renderToString } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { createLicenseClient } from '../../src/client/index.ts';
import { LicenseCard, LicenseProvider, LicenseView } from '../../src/index.ts';
import { full } from './samples.ts';

const load = () => Promise.resolve({ text: '{}', contentType: 'application/json', bytes: 2 });
const html = (timeZone?: string) =>
  renderToString(
    <LicenseProvider timeZone={timeZone}>
      <LicenseView
        license={{ ...full, updated_at: new Date(Date.now() - 60_000).toISOString() }}
        vendor="webex"
        fetchedAt={Date.now() - 120_000}
        onRefresh={load}
        loadRemoteData={load}
      />
    </LicenseProvider>,
  );

it('writes no relative time, which would be another one in the browser', () => {
  expect(html()).not.toMatch(/\bago\b|just now/);
  expect(html()).toContain('<time');
});

it('writes the dates of the time zone that it is told, wherever the server stands', () => {
  expect(html()).toContain('>12 Mar 2024<');
  expect(html('Europe/Berlin')).toContain('>Mar 13, 2024<');
});

it('writes no style attribute and no direction that nobody asked for', () => {
  expect(html()).not.toMatch(/\sstyle=/);
  expect(html()).not.toMatch(/<(?!code)[^>]*\sdir=/);
});

it('says nothing to the console', () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {});
  html();
  expect(error).not.toHaveBeenCalled();
  error.mockRestore();
});

it('writes both panels, so that each tab controls something', () => {
  const controlled = [...html().matchAll(/aria-controls="([^"]+)"/g)].map(([, id]) => id);
  expect(controlled).toHaveLength(2);
  for (const id of controlled) expect(html()).toContain(`id="${id}"`);
});

it('stays within eighty elements for a license with every field', () => {
  const elements = html().match(/<[a-z]/g) ?? [];
  expect(elements.length).toBeLessThanOrEqual(80);
});

it('asks for nothing that it would not wait for', () => {
  const fetch = vi.fn<typeof globalThis.fetch>(() => new Promise<Response>(() => {}));
  const client = createLicenseClient({ baseUrl: 'https://host.example/api', fetch });
  const queryClient = new QueryClient();
  const card = renderToString(
    <LicenseProvider client={client} queryClient={queryClient}>
      <LicenseCard licenseId="7" />
    </LicenseProvider>,
  );
  expect(card).toContain('data-state="loading"');
  expect(queryClient.isFetching()).toBe(0);
  expect(fetch).not.toHaveBeenCalled();
});
