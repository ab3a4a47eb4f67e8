import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findSecrets, sentinels } from '../../scripts/secrets.mjs';

// The search that every build goes through.

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

describe.each(Object.entries(sentinels))('%s', (name, token) => {
  it.each<[string, string]>([
    ['as it is', token],
    ['as JSON that escapes slashes', JSON.stringify(token).replaceAll('/', '\\/')],
    ['in a query', `?token=${encodeURIComponent(token)}`],
    ['in a form', new URLSearchParams({ token }).toString()],
    ['in hexadecimal digits', Buffer.from(token).toString('hex')],
    ['in a data URL', `data:text/plain;base64,${Buffer.from(token).toString('base64')}`],
    ['in Base64, one character in', Buffer.from(`x${token}y`).toString('base64')],
    ['in Base64, two characters in', Buffer.from(`:"${token}"`).toString('base64')],
    ['in Base64 for URLs', Buffer.from(`{"token":"${token}"}`).toString('base64url')],
  ])('is found %s', (_, text) => {
    write('assets/page.js', 'const a = 1;');
    const path = write('assets/page.js.map', `{"sourcesContent":["${text}"]}`);
    expect(findSecrets(folder)).toEqual({ count: 2, faults: [`${path} holds ${name}`] });
  });
});

it('the sandbox’s token is found but where the sandbox may be', () => {
  write('sandbox/sandbox.js', 'const token = "sandbox-api-token";');
  const path = write('index.js', 'const token = "sandbox-api-token";');
  expect(findSecrets(folder, (name) => name.startsWith('sandbox/')).faults).toEqual([
    `${path} holds the sandbox’s token`,
  ]);
});

it('an empty folder, which would hold nothing in any case, is a fault', () => {
  expect(findSecrets(folder).faults).toEqual([`${folder} is empty`]);
});
