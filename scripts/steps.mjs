// Runs the steps of a check one after the other, all of them even when one fails, and closes with `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/**
 * @typedef {object} Step
 * @property {string} name what the step shows when it passes
 * @property {string} command run in a shell, from the package's root, with the package's own tools on the PATH
 * @property {Record<string, string>} [env]
 * @property {boolean} [vitest] count its tests rather than the step
 */

/** @param {readonly Step[]} steps */
export function runSteps(steps) {
  const reports = mkdtempSync(join(tmpdir(), 'license-kit-'));
  const total = { passed: 0, failed: 0, skipped: 0 };
  const faults = [];
  for (const [index, step] of steps.entries()) {
    const started = Date.now();
    console.log(`\n▸ ${step.name}`);
    const report = join(reports, `${index}.json`);
    const command = step.vitest
      ? `${step.command} --reporter=default --reporter=json --outputFile.json=${report}`
      : step.command;
    const { status } = spawnSync(command, {
      stdio: 'inherit',
      shell: true,
      env: { ...process.env, ...step.env },
    });
    const counts = step.vitest ? countTests(report) : { passed: 0, failed: 0, skipped: 0 };
    // A step that failed without a failing test (a suite that does not load, a compiler's error) is one failure.
    if (status !== 0 && counts.failed === 0) counts.failed = 1;
    if (status === 0 && !step.vitest) counts.passed = 1;
    if (status === 0 && step.vitest && counts.passed === 0) counts.failed = 1;
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
    if (counts.failed > 0) faults.push(step.name);
    console.log(
      `${counts.failed > 0 ? '✗' : '✓'} ${step.name} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
    );
  }
  rmSync(reports, { recursive: true, force: true });
  if (faults.length > 0) console.log(`\nFailed: ${faults.join(', ')}`);
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

/** @param {string} report */
function countTests(report) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}
