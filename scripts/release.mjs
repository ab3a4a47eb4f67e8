// `npm run release:dry`: everything that a release does but publish, in a clone of HEAD, so that nothing stays behind.
import { execSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const clone = mkdtempSync(join(tmpdir(), 'license-kit-release-'));
/** @param {string} command */
const run = (command, cwd = clone) => {
  console.log(`▸ ${command}`);
  execSync(command, { cwd, stdio: 'inherit' });
};

try {
  run(`git clone --quiet . ${clone}`, '.');
  run('npm ci --silent');
  run('npx changeset status');
  run('npx changeset version');
  const { version } = JSON.parse(readFileSync(join(clone, 'package.json'), 'utf8'));
  run('npm run --silent build');
  run('npx publint --strict');
  run(
    'npx attw --pack . --profile esm-only --exclude-entrypoints ./styles.css ./styles.layer.css --no-emoji',
  );
  run('npm publish --dry-run --ignore-scripts');
  console.log(
    `Version ${version} is ready. To publish: npx changeset version, commit, npm ci, npm run build, npm publish, git tag v${version}.`,
  );
} finally {
  rmSync(clone, { recursive: true, force: true });
}
