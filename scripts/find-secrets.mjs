// Searches `dist` and `storybook-static` for the secrets that were in the environment while they were built.
import process from 'node:process';
import { findSecrets } from './secrets.mjs';

const kit = findSecrets('dist', (path) => path.startsWith('sandbox/'));
// Without a server, the stories bring the sandbox along.
const stories = findSecrets('storybook-static', () => true);
const faults = [...kit.faults, ...stories.faults];
console.log(
  faults.join('\n') || `No secret in ${kit.count} files of dist and ${stories.count} of storybook-static.`,
);
process.exitCode = faults.length > 0 ? 1 : 0;
