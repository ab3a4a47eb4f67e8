import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page that people or coding agents read. */
export interface Page {
  readonly file: string;
  readonly text: string;
}

function below(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file));
}

/** Every page of the repository, those of Storybook too. */
export const pages: readonly Page[] = [
  ...readdirSync('.'),
  ...below('docs'),
  ...below('stories'),
  ...below('.github'),
  ...readdirSync('examples')
    .map((example) => join('examples', example, 'README.md'))
    .filter((file) => existsSync(file)),
  'examples/README.md',
]
  .filter((file) => /\.mdx?$/.test(file) || file === 'llms.txt')
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
