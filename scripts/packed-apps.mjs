// Apps outside the repository that get the kit as its users do: packed, installed, started by their own scripts.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { findSecrets, sentinels } from './secrets.mjs';

const run = promisify(execFile);
/** As it was at the start: Vite's builds set NODE_ENV, with which npm installs no development dependencies. */
const environment = { ...process.env };
const notCopied = new Set(['node_modules', 'dist', 'build', '.next', '.react-router']);

/**
 * @typedef {object} App
 * @property {string} path where it is
 * @property {(...command: [string, ...string[]]) => Promise<string>} run runs a command there; resolves to what it printed
 * @property {(output: string, mayHoldSandbox?: () => boolean) => Promise<void>} build runs its `build` script with secrets
 *   in the environment, and rejects where one of them stands in the folder that browsers are served
 * @property {(script: string, env?: NodeJS.ProcessEnv) => Promise<{ url: string, stop: () => void }>} serve starts a script
 *   of its `package.json` on a free port, and waits until it answers
 */

/**
 * Unpacks the packed kit into a temporary folder, with the examples beneath it as in the repository: their `file:../..`
 * then means exactly what would be published.
 */
export async function packKit() {
  const path = mkdtempSync(join(tmpdir(), 'license-kit-'));
  const { stdout } = await run('npm', ['pack', '--json', '--silent', '--pack-destination', path]);
  const [{ filename }] = JSON.parse(stdout);
  await run('tar', ['-xzf', filename, '--strip-components=1'], { cwd: path });
  rmSync(join(path, filename));
  return {
    path,
    /**
     * @param {string} name of a folder in `examples`
     * @param {readonly string[]} instead packages that are installed in place of the example's own versions
     * @returns {Promise<App>}
     */
    async install(name, instead = []) {
      const app = join(path, 'examples', [name, ...instead].join('-').replaceAll('/', '-'));
      cpSync(join('examples', name), app, {
        recursive: true,
        filter: (source) => !notCopied.has(basename(source)),
      });
      const command = commandIn(app);
      await command('npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', ...instead);
      return { path: app, run: command, build: builderIn(app), serve: serverIn(app) };
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** @param {string} cwd @returns {App['build']} */
function builderIn(cwd) {
  const command = commandIn(cwd, { ...environment, ...sentinels });
  return async (output, mayHoldSandbox) => {
    await command('npm', 'run', 'build');
    assert.deepEqual(findSecrets(join(cwd, output), mayHoldSandbox).faults, []);
  };
}

/** @param {string} cwd @param {NodeJS.ProcessEnv} env @returns {App['run']} */
function commandIn(cwd, env = environment) {
  return async (command, ...args) => {
    try {
      return (await run(command, args, { cwd, env, maxBuffer: 64 * 1024 * 1024 })).stdout;
    } catch (error) {
      const { stdout = '', stderr = '' } = /** @type {{ stdout?: string, stderr?: string }} */ (error);
      throw new Error(`${[command, ...args].join(' ')} failed:\n${stdout}${stderr}`, { cause: error });
    }
  };
}

/** @param {string} cwd @returns {App['serve']} */
function serverIn(cwd) {
  return async (script, env = {}) => {
    const port = String(await freePort());
    // A group of its own, so that it ends with all that npm starts in it.
    const child = spawn('npm', ['run', script, '--', '--port', port], {
      cwd,
      env: { ...environment, PORT: port, ...env },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (printed += text));
    }
    const stop = () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid);
    };
    const url = `http://localhost:${port}`;
    for (const end = Date.now() + 60_000; Date.now() < end; await delay(100)) {
      if (child.exitCode !== null) break;
      if (await fetch(url).then(Boolean, () => false)) return { url, stop };
    }
    stop();
    throw new Error(`npm run ${script} does not answer on ${url}:\n${printed}`);
  };
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, 'localhost', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject()));
    });
  });
}
