// Makes sure that there is a Chromium for the tests: finds one, else installs one, else says what to install.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { findBrowser } from './browser.mjs';

/** @param {string} command @param {string[]} args */
function run(command, args) {
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    shell: process.platform === 'win32',
  });
  return status === 0;
}

const installers = [
  () => {
    const apt = '/usr/bin/apt-get';
    if (process.getuid?.() !== 0 || !existsSync(apt)) return;
    console.log('No browser found: installing Debian’s chromium.');
    run(apt, ['-qq', 'update']);
    run(apt, ['-qq', '-o', 'Dpkg::Use-Pty=0', 'install', '-y', '--no-install-recommends', 'chromium']);
  },
  () => {
    console.log('No browser found: asking Playwright to download one.');
    run('npx', ['--no-install', 'playwright', 'install', 'chromium']);
  },
];

let browser = await findBrowser();
for (const install of installers) {
  if (browser) break;
  install();
  browser = await findBrowser();
}
if (!browser || !existsSync(browser)) {
  console.error(
    browser
      ? `CHROME_PATH names ${browser}, but there is no such file: set it to a Chrome or Chromium, or unset it.`
      : 'The tests need a Chrome or Chromium and none could be installed: install one, or set CHROME_PATH to it.',
  );
  process.exit(1);
}
