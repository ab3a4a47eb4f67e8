import type { StorybookConfig } from '@storybook/react-vite';
import tailwindcss from '@tailwindcss/vite';
import { mergeConfig } from 'vite';
import { licenseApi } from './license-api.ts';

export default {
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  framework: { name: '@storybook/react-vite', options: { strictMode: true } },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  typescript: { reactDocgen: 'react-docgen' },
  viteFinal: (config) =>
    mergeConfig(config, {
      plugins: [licenseApi(), tailwindcss()],
      // For an older target `light-dark()` is replaced by variables that are empty unless the page itself sets a scheme.
      build: { chunkSizeWarningLimit: 2000, cssTarget: 'esnext' },
    }),
} satisfies StorybookConfig;
