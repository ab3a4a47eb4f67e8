import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The library build: one file a module, so that `'use client'` and tree-shaking survive. Tests: vitest.config.ts. */
export default defineConfig({
  plugins: [
    react(),
    {
      name: 'stylesheet-types',
      // TypeScript 6 refuses a side-effect import of a stylesheet that has no declaration.
      generateBundle() {
        this.emitFile({ type: 'asset', fileName: 'styles.css.d.ts', source: 'export {};\n' });
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
        'query/index': 'src/query/index.ts',
        'json/index': 'src/json/index.ts',
        'server/index': 'src/server/index.ts',
        'sandbox/index': 'src/sandbox/index.ts',
        styles: 'src/styles/styles.css',
      },
    },
    rolldownOptions: {
      external: [/^(?!\.{0,2}\/|[A-Za-z]:)/],
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
});
