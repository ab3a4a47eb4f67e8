import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../src/components');
const read = (extension: string) =>
  readdirSync(folder)
    .filter((file) => file.endsWith(extension))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
const named = (text: string, pattern: RegExp) =>
  [...new Set([...text.matchAll(pattern)].map(([, name]) => String(name)))].toSorted();

const drawn = named(read('.tsx'), /data-lk-part="([a-z-]+)"/g);

it('the stylesheets speak of no part that is not drawn', () => {
  const styled = named(read('.css'), /\[data-lk-part='([a-z-]+)'\]/g);
  expect(styled.filter((part) => !drawn.includes(part) && part !== 'json')).toEqual([]);
});
