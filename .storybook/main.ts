import type { StorybookConfig } from '@storybook/react-vite';
import { mergeConfig } from 'vite';
import { licenseApi } from './license-api.ts';

export default {
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  framework: { name: '@storybook/react-vite', options: { strictMode: true } },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  typescript: { reactDocgen: 'react-docgen' },
  // The library build of vite.config.ts is no matter of Storybook's. Older targets would have `light-dark()` replaced by
  // variables that are empty unless the page itself sets a color scheme.
  viteFinal: (config) =>
    mergeConfig(
      { ...config, build: {} },
      { plugins: [licenseApi()], build: { chunkSizeWarningLimit: 2000, cssTarget: 'esnext' } },
    ),
} satisfies StorybookConfig;
