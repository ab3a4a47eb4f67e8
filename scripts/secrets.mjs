// Searches what was built for the value of a secret that was in the environment meanwhile, however it is written.
//
//   TRUTO_API_TOKEN=some-sentinel npm run build
//   TRUTO_API_TOKEN=some-sentinel node scripts/secrets.mjs dist storybook-static
//
// The sandbox's own token, which opens nothing, must stand in nothing of `dist` but the sandbox.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';

const secret = process.env['TRUTO_API_TOKEN'] ?? '';
const places = process.argv.slice(2);
if (secret.length < 16 || places.length === 0) {
  console.error(
    'Usage: TRUTO_API_TOKEN=<16 characters or more, as when it was built> node scripts/secrets.mjs <folder>…',
  );
  process.exit(2);
}

/** What of a text's Base64 is the same whatever stands around it, where its first whole group begins at an offset.
 * @param {string} text @param {number} offset */
const base64From = (text, offset) => {
  const groups = Math.floor((text.length - offset) / 3);
  return Buffer.from(text.slice(offset, offset + groups * 3)).toString('base64');
};

/** Ways in which a text may be written inside a file. @param {string} text */
const spellings = (text) => [
  text,
  encodeURIComponent(text),
  JSON.stringify(text).slice(1, -1),
  Buffer.from(text).toString('hex'),
  ...[0, 1, 2].map((offset) => base64From(text, offset)),
];

/** @type {[name: string, needles: readonly string[], mayStandIn: RegExp | null][]} */
const searches = [
  ['the API token', spellings(secret), null],
  ['the sandbox’s token', ['sandbox-api-token'], /^(dist\/sandbox\/|storybook-static\/)/],
];

const faults = [];
let count = 0;
for (const place of places) {
  const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  if (files.length === 0) faults.push(`${place} is empty`);
  for (const { parentPath, name } of files) {
    const path = join(parentPath, name);
    const shown = relative('.', path).replaceAll('\\', '/');
    const text = readFileSync(path, 'latin1');
    count += 1;
    for (const [what, needles, mayStandIn] of searches) {
      if (!mayStandIn?.test(shown) && needles.some((needle) => text.includes(needle)))
        faults.push(`${shown} holds ${what}`);
    }
  }
}
console.log(
  faults.length > 0 ? faults.join('\n') : `No secret in ${count} files of ${places.join(' and ')}.`,
);
process.exitCode = faults.length > 0 ? 1 : 0;
