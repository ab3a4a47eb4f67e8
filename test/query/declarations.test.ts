import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, it } from 'vitest';

const file = 'test/query/consumer.ts';

/** What a host may well write: results of ours, exported without an annotation. */
const source = `
import { createLicenseClient } from '../../src/client/index.ts';
import { licenseKeys, licenseQueryOptions, remoteDataQueryOptions } from '../../src/query/index.ts';
import { useLicense, useRemoteData, useSuspenseLicense } from '../../src/react/index.ts';
export const client = createLicenseClient({ baseUrl: '/api/truto' });
export const options = licenseQueryOptions(client, { licenseId: '1' });
export const widened = { ...remoteDataQueryOptions(client, { licenseId: '1' }), staleTime: 5 };
export const key = licenseKeys.license('tenant', { licenseId: '1' });
export const keys = licenseKeys;
export const useIt = () => useLicense({ licenseId: '1' }, { select: (result) => result.issues });
export const useRaw = () => useRemoteData({ licenseId: '1' });
export const useNow = (id: string) => useSuspenseLicense({ licenseId: id });
`;

it('the types of everything exported can be named in a consumer’s declaration file', () => {
  const { config } = ts.readConfigFile('tsconfig.json', (path) => readFileSync(path, 'utf8'));
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, '.');
  const settings = {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    allowImportingTsExtensions: true,
  };
  const host = ts.createCompilerHost(settings);
  const { getSourceFile } = host;
  host.getSourceFile = (name, ...rest) =>
    name === file
      ? ts.createSourceFile(name, source, ts.ScriptTarget.ES2022)
      : getSourceFile.call(host, name, ...rest);
  let declaration = '';
  const program = ts.createProgram([file], settings, host);
  const entry = program.getSourceFile(file);
  const { diagnostics } = program.emit(entry, (name, text) => {
    if (name.endsWith('consumer.d.ts')) declaration = text;
  });
  const messages = [...ts.getPreEmitDiagnostics(program, entry), ...diagnostics].map(({ messageText }) =>
    ts.flattenDiagnosticMessageText(messageText, '\n'),
  );
  expect(messages).toEqual([]);
  expect(declaration).toMatch(/options: import\(".*"\)\.LicenseQueryOptions;/);
  expect(declaration).not.toMatch(/\bany\b/);
}, 60_000);
