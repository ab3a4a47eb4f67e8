import { resolve as toPath } from 'node:path';

/** How a bundler for browsers finds the kit's modules, by `browser` of its package.json, and one React. */
export const resolve = {
  dedupe: ['react', 'react-dom'],
  alias: [
    {
      find: /^\.\/tabs\.tsx$/,
      replacement: toPath(import.meta.dirname, '../src/components/tabs.browser.ts'),
    },
  ],
};
