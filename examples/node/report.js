// Writes one license as a page without scripts, as for an e-mail or an archive.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import process from 'node:process';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { LicenseView } from 'truto-license-kit';
import { createLicenseClient } from 'truto-license-kit/client';
import { createSandbox } from 'truto-license-kit/sandbox';
import { createLicenseProxy } from 'truto-license-kit/server';

const sandbox = createSandbox();
const { TRUTO_API_TOKEN, ACCOUNT_ID, LICENSE_ID } = process.env;

const proxy = createLicenseProxy({
  token: TRUTO_API_TOKEN ?? sandbox.token,
  fetch: TRUTO_API_TOKEN ? undefined : sandbox.fetch,
  authorize: () => ({ integratedAccountId: ACCOUNT_ID ?? 'e4a1c7d0-5b92-4c38-8f16-9d2b0a7e6f32' }),
});
const client = createLicenseClient({
  baseUrl: 'http://localhost',
  fetch: (request) => proxy(new Request(request)),
});

const { license, issues } = await client.license({ licenseId: LICENSE_ID ?? 'a0LXa0000001AaAIAU' });
const card = renderToStaticMarkup(
  createElement(LicenseView, { license, issues, inspector: 'none', headingLevel: 1, fetchedAt: Date.now() }),
);
const styles = await readFile(fileURLToPath(import.meta.resolve('truto-license-kit/styles.css')), 'utf8');

await writeFile(
  'license.html',
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>License</title><style>${styles}</style>${card}</html>\n`,
);
console.log(`license.html shows “${license.name ?? license.id}”, ${license.status ?? 'status unknown'}.`);
