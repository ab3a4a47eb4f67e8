// `npm run check`: what takes longer than `npm test` may, run before a release and on every merge.
import { sentinels } from './secrets.mjs';
import { runSteps } from './steps.mjs';

runSteps([
  { name: 'build', command: 'npm run --silent build', env: sentinels },
  { name: 'sizes', command: 'node scripts/sizes.mjs' },
  { name: 'package metadata', command: 'publint --strict' },
  {
    name: 'package types',
    command:
      'attw --pack . --profile esm-only --exclude-entrypoints ./styles.css ./styles.layer.css --no-emoji',
  },
  { name: 'runtime dependencies', command: 'node scripts/dependencies.mjs' },
  { name: 'Storybook build', command: 'npm run --silent build-storybook', env: sentinels },
  { name: 'pictures of every story', command: 'node scripts/pictures.mjs' },
  { name: 'no secret in what was built', command: 'node scripts/find-secrets.mjs' },
  { name: 'Storybook from static files', command: 'node scripts/static-storybook.mjs' },
  ...['dark', 'rtl', 'forced-colors'].map((mode) => ({
    name: `stories, ${mode}`,
    command: 'vitest run --project storybook',
    env: { STORIES: mode },
    vitest: true,
  })),
  { name: 'pages of many hosts', command: 'vitest run --project pages', vitest: true },
  {
    name: 'tests on React 18',
    command: 'vitest run --project node --project dom --project browser --project storybook',
    env: { REACT: '18' },
    vitest: true,
  },
  { name: 'apps that install the tarball', command: 'node scripts/examples.mjs' },
]);
