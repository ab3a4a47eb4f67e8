// `npm test`: what every change must pass. Slower checks stand in check.mjs.
import { runSteps } from './steps.mjs';

runSteps([
  { name: 'types', command: 'tsc' },
  { name: 'lint', command: 'oxlint --type-aware' },
  { name: 'format', command: 'oxfmt --check' },
  {
    name: 'tests',
    command: 'vitest run --project node --project dom --project browser --project storybook',
    vitest: true,
  },
]);
