import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const themes = ['antd', 'bootstrap', 'mantine', 'mui', 'radix', 'shadcn'];

/** The library build: one file a module, so that `'use client'` and tree-shaking survive. Tests: vitest.config.ts. */
export default defineConfig({
  plugins: [
    react(),
    {
      name: 'stylesheet-types',
      // Storybook takes these plugins too, for a build that is no library.
      apply: ({ build }) => Boolean(build?.lib),
      generateBundle: {
        order: 'post',
        // TypeScript 6 refuses a side-effect import of a stylesheet that has no declaration.
        handler(_, bundle) {
          for (const file of Object.keys(bundle).filter((name) => name.endsWith('.css')))
            this.emitFile({ type: 'asset', fileName: `${file}.d.ts`, source: 'export {};\n' });
        },
      },
    },
  ],
  build: {
    target: 'es2022',
    sourcemap: true,
    minify: false,
    cssMinify: false,
    cssCodeSplit: true,
    lib: {
      formats: ['es'],
      entry: {
        index: 'src/index.ts',
        'client/index': 'src/client/index.ts',
        'components/tabs.browser': 'src/components/tabs.browser.ts',
        'query/index': 'src/query/index.ts',
        'json/index': 'src/json/index.ts',
        'server/index': 'src/server/index.ts',
        'sandbox/index': 'src/sandbox/index.ts',
        styles: 'src/styles/styles.css',
        'styles.layer.css': 'src/styles/styles.layer.css',
        ...Object.fromEntries(themes.map((theme) => [`themes/${theme}`, `src/styles/themes/${theme}.css`])),
      },
    },
    rolldownOptions: {
      external: [/^(?!\.{0,2}\/|[A-Za-z]:)/],
      output: {
        // Constants stay constants, so that a host's bundler writes their values where they are used.
        topLevelVar: false,
        preserveModules: true,
        preserveModulesRoot: 'src',
        entryFileNames: '[name].js',
      },
    },
  },
});
