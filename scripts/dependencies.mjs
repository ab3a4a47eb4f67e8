// What the package brings along: each runtime dependency with its version and license. Fails where one is not pinned, would
// run a script when it is installed, has a license that hosts would have to ask about, or a vulnerability is known.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';

/** @typedef {{ version?: string, license?: string, hasInstallScript?: boolean, dependencies?: Record<string, string> }} Locked */
/** @type {{ packages: Record<string, Locked> }} */
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const free = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD'];

/** The nearest copy of a package, as Node looks for it. @param {string} name @param {string} from @returns {string} */
function find(name, from) {
  const path = `${from ? `${from}/` : ''}node_modules/${name}`;
  if (packages[path]) return path;
  if (!from) throw new Error(`${name} is not in package-lock.json`);
  return find(name, from.slice(0, Math.max(0, from.lastIndexOf('node_modules/') - 1)));
}

/** @type {(path: string) => string[]} */
const below = (path) => Object.keys(packages[path]?.dependencies ?? {}).map((name) => find(name, path));
const found = new Set(below(''));
for (const path of found) for (const each of below(path)) found.add(each);

let isRefused = false;
console.log('| runtime dependency | version | license |\n| --- | --- | --- |');
for (const path of [...found].toSorted()) {
  const { version, license = 'none named', hasInstallScript } = packages[path] ?? {};
  const fault = hasInstallScript
    ? ' — runs a script when installed'
    : free.includes(license)
      ? ''
      : ' — not a free one';
  isRefused ||= fault !== '';
  console.log(`| ${path.split('node_modules/').pop()} | ${version} | ${license}${fault} |`);
}

for (const [name, range] of Object.entries(packages['']?.dependencies ?? {})) {
  if (range === packages[`node_modules/${name}`]?.version) continue;
  isRefused = true;
  console.log(`${name} is not pinned: ${range}`);
}

/** @typedef {{ vulnerabilities: Record<string, { severity: string, range: string }> }} Audited */
/** @typedef {{ statusCode?: number, message?: string, error?: { summary?: string } }} Unanswered */
const { stdout } = spawnSync('npm audit --omit=dev --json', { shell: true, encoding: 'utf8' });
/** @type {Audited | Unanswered} */
const audit = JSON.parse(stdout);
if ('vulnerabilities' in audit) {
  const known = Object.entries(audit.vulnerabilities);
  for (const [name, { severity, range }] of known) console.log(`${name} ${range}: ${severity}`);
  console.log(`${known.length} known vulnerabilities.`);
  isRefused ||= known.length > 0;
} else {
  const { statusCode = 'no status', message, error } = /** @type {Unanswered} */ (audit);
  console.log(
    `\n⚠ NOT CHECKED for known vulnerabilities: the registry does not answer audits (${statusCode}).`,
  );
  console.log(`  ${message ?? error?.summary ?? ''}\n  Run this again where it does.`);
}

process.exitCode = isRefused ? 1 : 0;
