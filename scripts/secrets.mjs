// Secrets that stand in the environment of every build, and how to tell that nothing a build made holds one of them.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** For the environment of a build: the API token, by the name that the documentation gives it, and an account's token. */
export const sentinels = {
  TRUTO_API_TOKEN: 'sentinel-api-token/that+no-build-may-show',
  TRUTO_ACCOUNT_TOKEN: 'sentinel-account-token/that+no-build-may-show',
};

/** The token of the sandbox, which opens nothing. */
const sandboxToken = 'sandbox-api-token';

/** What of a text's Base64 is the same whatever stands around it, where its first whole group begins at an offset.
 * @param {string} text @param {number} offset */
const base64From = (text, offset) => {
  const groups = Math.floor((text.length - offset) / 3);
  return Buffer.from(text.slice(offset, offset + groups * 3)).toString('base64');
};

/** Ways in which a text may be written inside a file or an answer. @param {string} text */
export function spellings(text) {
  const base64 = [0, 1, 2].map((offset) => base64From(text, offset));
  return [
    text,
    text.replaceAll('/', '\\/'),
    encodeURIComponent(text),
    new URLSearchParams([['', text]]).toString().slice(1),
    Buffer.from(text).toString('hex'),
    ...base64,
    ...base64.map((each) => each.replaceAll('+', '-').replaceAll('/', '_')),
  ];
}

/**
 * Searches a folder for both sentinels and the sandbox's token.
 *
 * @param {string} folder
 * @param {(path: string) => boolean} [mayHoldSandbox] where in the folder the sandbox itself may be; nowhere unless given
 * @returns {{ count: number, faults: string[] }} how many files were read, and what is wrong with them
 */
export function findSecrets(folder, mayHoldSandbox = () => false) {
  const searches = [
    ...Object.entries(sentinels).map(([name, text]) => ({
      name,
      needles: spellings(text),
      isSandbox: false,
    })),
    { name: 'the sandbox’s token', needles: spellings(sandboxToken), isSandbox: true },
  ];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const faults = files.length === 0 ? [`${folder} is empty`] : [];
  for (const { parentPath, name: file } of files) {
    const path = relative(folder, join(parentPath, file)).replaceAll('\\', '/');
    const text = readFileSync(join(folder, path), 'latin1');
    for (const { name, needles, isSandbox } of searches) {
      if (!(isSandbox && mayHoldSandbox(path)) && needles.some((needle) => text.includes(needle)))
        faults.push(`${join(folder, path)} holds ${name}`);
    }
  }
  return { count: files.length, faults };
}
