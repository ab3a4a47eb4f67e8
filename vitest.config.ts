import process from 'node:process';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumArgs, findBrowser } from './scripts/browser.mjs';

const executablePath = await findBrowser();
const react18 = process.env['REACT'] === '18';
/** How the stories are drawn: `light` unless set, `dark`, `rtl` or `forced-colors`. See .storybook/preview.tsx. */
const mode = process.env['STORIES'] ?? 'light';

/** A new object a project: two projects that share one are taken for the same instance. */
const browser = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({
    contextOptions: mode === 'forced-colors' ? { forcedColors: 'active', colorScheme: 'dark' } : {},
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: chromiumArgs },
  }),
  instances: [{ browser: 'chromium' as const, viewport: { width: 1280, height: 720 } }],
});

/** Tests that build whole pages and open them in hosts of many kinds. */
const pages = ['test/hosts/**/*.test.ts', 'test/server/vendor-text.test.ts'];

/** What Vite would else find only while the tests run, and reload the page for. */
const optimizeDeps = {
  include: ['@radix-ui/react-tabs', '@tanstack/react-query', 'jsonata', 'react-dom/client'],
};

/** The libraries that the stories of the themes stand in. */
const hosts = ['@mantine/core', '@mui/material', '@mui/material/styles', '@radix-ui/themes', 'antd'];

export default defineConfig({
  plugins: [react()],
  define: {
    'import.meta.env.VITE_REACT': JSON.stringify(process.env['REACT'] ?? '19'),
    'import.meta.env.VITE_STORIES': JSON.stringify(mode),
  },
  resolve: {
    alias: react18
      ? [
          { find: /^react-dom($|\/)/, replacement: 'react-dom18$1' },
          { find: /^react($|\/)/, replacement: 'react18$1' },
        ]
      : [],
  },
  ...(react18 ? { cacheDir: 'node_modules/.vite-react18' } : {}),
  test: {
    projects: [
      {
        // Plain Node: everything without a document, server rendering too.
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/**/*.test.ts', 'test/**/*.ssr.test.tsx'],
          exclude: pages,
          execArgv: react18 ? ['--import', './test/react18.mjs'] : [],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['test/**/*.test.tsx'],
          exclude: ['test/**/*.ssr.test.tsx', 'test/**/*.browser.test.tsx'],
          setupFiles: ['test/setup.ts'],
          execArgv: react18 ? ['--import', './test/react18.mjs'] : [],
        },
      },
      {
        // The same, and slow: pages built and opened one by one. `npm run check` runs them.
        extends: true,
        test: {
          name: 'pages',
          environment: 'node',
          include: pages,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          execArgv: react18 ? ['--import', './test/react18.mjs'] : [],
        },
      },
      {
        extends: true,
        optimizeDeps: { include: [...optimizeDeps.include, 'antd'] },
        test: {
          name: 'browser',
          include: ['test/**/*.browser.test.tsx'],
          browser: browser(),
          // Megabytes are read and pages drawn, on machines that are busy with other things too.
          expect: { poll: { timeout: 10_000 } },
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        optimizeDeps: { include: [...optimizeDeps.include, ...hosts] },
        plugins: [storybookTest({ configDir: '.storybook', tags: { exclude: react18 ? ['react-19'] : [] } })],
        test: { name: 'storybook', isolate: false, browser: browser() },
      },
    ],
  },
});
