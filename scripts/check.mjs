// `npm run check`: what takes longer than `npm test` may, run before a release and on every merge.
import { runSteps } from './steps.mjs';

runSteps([
  { name: 'build', command: 'npm run --silent build' },
  { name: 'sizes', command: 'node scripts/sizes.mjs' },
  { name: 'package metadata', command: 'publint --strict' },
  {
    name: 'package types',
    command:
      'attw --pack . --profile esm-only --exclude-entrypoints ./styles.css ./styles.layer.css --no-emoji',
  },
  { name: 'Storybook build', command: 'npm run --silent build-storybook' },
  { name: 'Storybook from static files', command: 'node scripts/static-storybook.mjs' },
  ...['dark', 'rtl', 'forced-colors'].map((mode) => ({
    name: `stories, ${mode}`,
    command: 'vitest run --project storybook',
    env: { STORIES: mode },
    vitest: true,
  })),
  { name: 'tests on React 18', command: 'vitest run', env: { REACT: '18' }, vitest: true },
  { name: 'a fresh app installs the tarball', command: 'node scripts/consumer.mjs' },
]);
