import '@fontsource-variable/inter';
import '../src/styles/styles.css';
import './preview.css';
import type { Decorator, Preview } from '@storybook/react-vite';
import { QueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { configure, expect } from 'storybook/test';
import { LicenseProvider } from '../src/index.ts';
import { client, token } from '../stories/sandbox.ts';

// Licenses cross real HTTP and the tree's code comes on demand, on machines that may be busy.
configure({ asyncUtilTimeout: 5000 });

/**
 * What a host brings: a page with a scheme and a direction, and the kit's provider. Each story has a cache of its own.
 * With the parameter `bare` the story brings the page itself.
 */
const Host: Decorator = (Story, { globals, parameters, viewMode }) => {
  const [queryClient] = useState(() => new QueryClient());
  const { scheme, direction, locale } = globals;
  return (
    <div
      className={parameters['bare'] ? undefined : 'sb-scene'}
      data-in-docs={viewMode === 'docs' ? '' : undefined}
      dir={direction}
      lang={locale}
      style={parameters['bare'] ? undefined : { colorScheme: scheme }}
    >
      <LicenseProvider
        client={client}
        queryClient={queryClient}
        locale={locale}
        dir={direction}
        messages={parameters['messages']}
      >
        <Story />
      </LicenseProvider>
    </div>
  );
};

/** What the checks draw besides light and left to right. */
const modes: Record<string, Preview['initialGlobals']> = {
  dark: { scheme: 'dark' },
  rtl: { direction: 'rtl', locale: 'ar' },
  'forced-colors': { scheme: 'dark' },
};

export default {
  tags: ['autodocs'],
  decorators: [Host],
  afterEach: async () => {
    const asked = performance.getEntriesByType('resource').map(({ name }) => name);
    const seen = [document.documentElement.outerHTML, ...asked, ...Object.values(localStorage)];
    await expect(
      seen.some((text) => text.includes(token)),
      'the story shows the API token',
    ).toBe(false);
  },
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    controls: { expanded: true, sort: 'requiredFirst' },
    options: {
      storySort: {
        order: [
          'Documentation',
          [
            'Getting started',
            'Embedding recipes',
            'Theming',
            'Layers',
            'Data and errors',
            'Vendors',
            'Raw inspector',
            'Accessibility',
            'Security',
            'Server rendering',
            'Testing your dashboard',
            'Migration and versioning',
          ],
          'Pages',
          'Components',
          'Themes',
        ],
      },
    },
  },
  initialGlobals: {
    scheme: 'light',
    direction: 'ltr',
    locale: 'en',
    ...modes[import.meta.env['VITE_STORIES']],
  },
  globalTypes: {
    scheme: {
      description: 'Color scheme',
      toolbar: {
        icon: 'contrast',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
      },
    },
    direction: {
      description: 'Direction',
      toolbar: {
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
      },
    },
    locale: {
      description: 'Locale',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'en', title: 'English' },
          { value: 'de', title: 'Deutsch' },
          { value: 'ja', title: '日本語' },
          { value: 'ar', title: 'العربية' },
        ],
      },
    },
  },
} satisfies Preview;
