import { readdirSync } from 'node:fs';
import { createServer } from 'vite';
import { expect, it, onTestFinished, vi } from 'vitest';
import { licenseApi } from '../../.storybook/license-api.ts';
import { toNodeHandler } from '../../scripts/node-http.ts';
import { sentinels, spellings } from '../../scripts/secrets.mjs';
import { createSandbox } from '../../src/sandbox/index.ts';
import { licenseOf } from '../../stories/accounts.ts';
import { serve } from './serve.ts';

/** The development server of the stories, as where somebody looks at real licenses: both tokens in its environment. */
async function develop() {
  const sandbox = createSandbox({ limits: false });
  const carried: (string | null)[] = [];
  const truto = await serve(
    toNodeHandler((request) => {
      carried.push(request.headers.get('authorization'));
      const headers = { authorization: `Bearer ${sandbox.token}` };
      return sandbox.fetch(new Request(request.url, { headers }));
    }),
  );
  const environment = { ...sentinels, TRUTO_API_URL: truto.origin };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const vite = await createServer({
    configFile: false,
    logLevel: 'silent',
    plugins: [licenseApi()],
    optimizeDeps: { noDiscovery: true },
    server: { host: '127.0.0.1', port: 0, hmr: false, ws: false, watch: null },
  });
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await vite.close();
  });
  await vite.listen();
  const origin = vite.resolvedUrls?.local[0] ?? '';
  const get = (path: string) =>
    fetch(new URL(path, origin), { headers: { 'sec-fetch-site': 'same-origin' } });
  return { carried, get };
}

const needles = Object.values(sentinels).flatMap(spellings);

async function expectNoToken(response: Response): Promise<void> {
  const seen = [...response.headers, await response.text()].join('\n');
  for (const needle of needles) expect(seen).not.toContain(needle);
}

it(
  'stories hold and fetch neither token of the server that they are developed on',
  { timeout: 60_000 },
  async () => {
    const { carried, get } = await develop();
    const folders = ['src', 'stories', '.storybook'];
    const files = folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `/${folder}/${name}`),
    );
    const modules = files.filter(
      (name) => /\.(?:tsx?|css)$/.test(name) && !/main\.ts|license-api/.test(name),
    );
    expect(modules.length).toBeGreaterThan(100);
    for (const path of [...modules, '/@vite/client', '/@vite/env']) {
      const response = await get(path);
      expect([path, response.status]).toEqual([path, 200]);
      await expectNoToken(response);
    }

    const { licenseId, integratedAccountId = '' } = licenseOf('webex', 'Meetings suite');
    const licenses = '/api/truto/unified/user-directory/licenses';
    const answers = [
      [`${licenses}/${licenseId}?integrated_account_id=${integratedAccountId}`, 200],
      [
        `${licenses}/${licenseId}?integrated_account_id=${integratedAccountId}&truto_response_format=raw`,
        200,
      ],
      [`${licenses}/none?integrated_account_id=${integratedAccountId}`, 404],
      [`${licenses}/${licenseId}?integrated_account_id=none`, 404],
      [`${licenses}/${licenseId}`, 403],
    ] as const;
    for (const [path, status] of answers) {
      const response = await get(path);
      expect([path, response.status]).toEqual([path, status]);
      await expectNoToken(response);
    }
    expect(carried).toEqual(Array(4).fill(`Bearer ${sentinels.TRUTO_API_TOKEN}`));
  },
);
