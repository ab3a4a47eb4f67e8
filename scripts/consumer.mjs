// Packs the kit, installs the tarball in a fresh Vite app outside the repository, builds it and opens it: a card must
// show a license of the embedded endpoint.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright';
import { preview } from 'vite';
import { chromiumArgs, findBrowser } from './browser.mjs';

const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const app = mkdtempSync(join(tmpdir(), 'license-kit-app-'));
/** @param {string[]} args @param {string} cwd */
const npm = (args, cwd) =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], shell: true });

try {
  const [{ filename }] = JSON.parse(npm(['pack', '--json', '--silent', '--pack-destination', app], '.'));
  /** @param {string} name */
  const same = (name) => [name, devDependencies[name]];
  writeFileSync(
    join(app, 'package.json'),
    JSON.stringify({
      private: true,
      type: 'module',
      scripts: { build: 'tsc && vite build' },
      dependencies: {
        'truto-license-kit': `file:./${filename}`,
        ...Object.fromEntries(['react', 'react-dom', '@tanstack/react-query'].map(same)),
      },
      devDependencies: Object.fromEntries(
        ['vite', '@vitejs/plugin-react', 'typescript', '@types/react', '@types/react-dom'].map(same),
      ),
    }),
  );
  writeFileSync(
    join(app, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        target: 'ES2022',
        lib: ['ES2022', 'DOM', 'DOM.Iterable'],
        module: 'ESNext',
        moduleResolution: 'Bundler',
        jsx: 'react-jsx',
        strict: true,
        noEmit: true,
        skipLibCheck: false,
        types: ['vite/client'],
      },
      include: ['src'],
    }),
  );
  writeFileSync(
    join(app, 'index.html'),
    '<link rel="icon" href="data:," /><div id="app"></div><script type="module" src="/src/main.tsx"></script>',
  );
  writeFileSync(
    join(app, 'vite.config.js'),
    `import react from '@vitejs/plugin-react';\nexport default { plugins: [react()] };\n`,
  );
  mkdirSync(join(app, 'src'));
  writeFileSync(
    join(app, 'src/main.tsx'),
    `import { createRoot } from 'react-dom/client';
import { LicenseCard, LicenseProvider } from 'truto-license-kit';
import { createLicenseClient } from 'truto-license-kit/client';
import { createSandbox } from 'truto-license-kit/sandbox';
import { createLicenseProxy } from 'truto-license-kit/server';
import 'truto-license-kit/styles.css';

const sandbox = createSandbox();
const account = sandbox.accounts.find((each) => each.customised);
const license = account?.licenses[0];
if (!account || !license) throw new Error('the sandbox has no customised account');
const proxy = createLicenseProxy({
  token: sandbox.token,
  fetch: sandbox.fetch,
  authorize: () => ({ integratedAccountId: account.id }),
});
const client = createLicenseClient({
  baseUrl: '/api/truto',
  fetch: (input, init) => proxy(new Request(input, init)),
});
const root = document.getElementById('app');
if (!root) throw new Error('the page has no #app');
createRoot(root).render(
  <LicenseProvider client={client} messages={{ seats: { label: 'Seats taken' } }}>
    <LicenseCard licenseId={license.id} integratedAccountId={account.id} vendor={account.vendor} />
  </LicenseProvider>,
);
`,
  );
  npm(['install', '--prefer-offline', '--no-audit', '--no-fund', '--silent'], app);
  console.log(npm(['run', '--silent', 'build'], app));

  const server = await preview({ root: app, configFile: false, preview: { port: 0, host: '127.0.0.1' } });
  const executablePath = await findBrowser();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: chromiumArgs,
  });
  try {
    const page = await browser.newPage();
    /** @type {string[]} */
    const faults = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    const card = page.locator('[data-lk-part=license][data-state=ready]');
    await card.waitFor({ timeout: 20_000 });
    console.log(`The card shows “${await card.getByRole('heading').first().innerText()}”.`);
    if (faults.length > 0) throw new Error(`the page reported: ${faults.join('; ')}`);
  } finally {
    await browser.close();
    await server.close();
  }
} finally {
  rmSync(app, { recursive: true, force: true });
}
process.exit(0);
