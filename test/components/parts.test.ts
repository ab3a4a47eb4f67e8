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

it('the parts are these; one more or less is a change for hosts', () => {
  expect(drawn).toMatchInlineSnapshot(`
    [
      "badge",
      "bar",
      "button",
      "copy",
      "countdown",
      "description",
      "details",
      "details-list",
      "freshness",
      "freshness-text",
      "glyph",
      "header",
      "heading",
      "icon",
      "id",
      "id-end",
      "id-start",
      "inspector",
      "inspector-header",
      "license",
      "meter",
      "meter-fill",
      "meter-scale",
      "monogram",
      "more",
      "panel",
      "problem",
      "problem-actions",
      "problem-id",
      "problem-text",
      "problem-title",
      "product",
      "product-advice",
      "products",
      "products-list",
      "products-summary",
      "remark",
      "remote-state",
      "role",
      "roles",
      "roles-list",
      "roles-more",
      "seats",
      "seats-remark",
      "seats-text",
      "seats-value",
      "section-heading",
      "skeleton",
      "status",
      "tab",
      "tabs",
      "term",
      "time",
      "title",
      "value",
    ]
  `);
});

it('the stylesheets speak of no part that is not drawn', () => {
  const styled = named(read('.css'), /\[data-lk-part='([a-z-]+)'\]/g);
  expect(styled.filter((part) => !drawn.includes(part) && part !== 'json')).toEqual([]);
});
