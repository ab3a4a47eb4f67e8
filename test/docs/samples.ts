import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { host } from './host.ts';
import type { Page } from './pages.ts';

/** A code block of a page. */
export interface Sample {
  readonly file: string;
  /** The line of its first line of code, from 1. */
  readonly line: number;
  /** What stands behind the fence: `ts`, `tsx`, `css`, or nothing. */
  readonly language: string;
  readonly code: string;
}

const fence = /^( *)```(\S*)[^\n]*\n(.*?)^\1```$/gms;

/** Every code block of a page. */
export function samplesOf({ file, text }: Page): Sample[] {
  return [...text.matchAll(fence)].map(({ index, 1: indent = '', 2: language = '', 3: code = '' }) => ({
    file,
    line: text.slice(0, index).split('\n').length + 1,
    language,
    code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  }));
}

interface PackageExport {
  readonly types?: string;
  readonly default?: string;
}

/** What the package exports as code, and the source behind it, for `paths`. */
function entries(): Record<string, string[]> {
  const { name, exports }: { name: string; exports: Record<string, string | PackageExport> } = JSON.parse(
    readFileSync('package.json', 'utf8'),
  );
  return Object.fromEntries(
    Object.entries(exports).flatMap(([path, target]) => {
      const built = typeof target === 'string' ? target : target.default;
      if (!built?.endsWith('.js')) return [];
      return [[join(name, path), [built.replace('./dist/', './src/').replace(/\.js$/, '.ts')]]];
    }),
  );
}

/** A host's own compiler, as strict as the kit's. */
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  jsx: ts.JsxEmit.ReactJSX,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noUncheckedSideEffectImports: true,
  noUnusedLocals: true,
  allowImportingTsExtensions: true,
  isolatedModules: true,
  skipLibCheck: true,
  noEmit: true,
  types: ['node'],
};

/** Compiles TypeScript samples, each a module of its own, and answers what is wrong with each: `file:line: message`. */
export function compile(samples: readonly Sample[]): Map<Sample, string[]> {
  const sources = new Map(
    samples.map((sample, index) => [resolve('test/docs', `sample-${index}.${sample.language}`), sample]),
  );
  const hostFile = resolve('test/docs/host.d.ts');
  const texts = new Map([...sources].map(([name, { code }]) => [name, code]));
  texts.set(hostFile, host);

  const settings = { ...options, paths: entries() };
  const compilerHost = ts.createCompilerHost(settings);
  const { getSourceFile, fileExists } = compilerHost;
  compilerHost.fileExists = (name) => texts.has(name) || fileExists.call(compilerHost, name);
  compilerHost.getSourceFile = (name, language, ...rest) => {
    const text = texts.get(name);
    return text === undefined
      ? getSourceFile.call(compilerHost, name, language, ...rest)
      : ts.createSourceFile(name, text, language);
  };

  const program = ts.createProgram([...texts.keys()], settings, compilerHost);
  return new Map(
    [...sources].map(([name, sample]) => {
      const source = program.getSourceFile(name);
      const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
      return [
        sample,
        found.map(({ messageText, start = 0 }) => {
          const line = sample.line + (source?.getLineAndCharacterOfPosition(start).line ?? 0);
          return `${sample.file}:${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
        }),
      ];
    }),
  );
}
