import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import {
  detailMessages,
  freshnessMessages,
  headerMessages,
  stateMessages,
} from '../../src/components/License.messages.ts';
import { inspectorMessages } from '../../src/components/LicenseInspector.messages.ts';
import { productMessages } from '../../src/components/ProductsList.messages.ts';
import { statusBadgeMessages } from '../../src/components/ProductStatusBadge.messages.ts';
import { roleMessages } from '../../src/components/RolesList.messages.ts';
import { seatMessages } from '../../src/components/SeatUsage.messages.ts';
import { LicenseError } from '../../src/client/index.ts';
import { type License, type LicenseMessages, LicenseView, type LicenseViewProps } from '../../src/index.ts';
import { jsonTreeMessages } from '../../src/json/index.ts';
import { describeChange } from './agreement.ts';
import { describeExports } from './exports.ts';

const source = join(import.meta.dirname, '../../src');

/** The text of all sources with one of these extensions, in these folders. */
function sources(extension: RegExp, ...folders: string[]): string {
  return folders
    .flatMap((folder) =>
      readdirSync(join(source, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        join(source, folder, file),
      ),
    )
    .filter((file) => extension.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
}

const matches = (text: string, pattern: RegExp) => [
  ...new Set([...text.matchAll(pattern)].map(([, name]) => String(name))),
];

const messages: Required<LicenseMessages> = {
  status: statusBadgeMessages,
  seats: seatMessages,
  products: productMessages,
  roles: roleMessages,
  header: headerMessages,
  details: detailMessages,
  freshness: freshnessMessages,
  inspector: inspectorMessages,
  state: stateMessages,
  json: jsonTreeMessages,
};

/** The path of every message, a plural being one. */
function keys(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null || 'other' in value) return [path];
  return Object.entries(value).flatMap(([key, inner]) => keys(inner, path ? `${path}.${key}` : key));
}

const license: License = { id: '1', status: 'active' };
const failure = (code: LicenseError['code']) => new LicenseError({ code });
const whole: License = {
  ...license,
  name: '',
  description: '',
  assigned_quantity: 1,
  available_quantity: 1,
  is_paid: true,
  unit_amount: 1,
  currency: 'EUR',
  products: [],
  roles: [],
  created_at: '',
  updated_at: '',
};
/** A card in each of its states. */
const states: readonly LicenseViewProps[] = [
  {},
  { error: failure('network') },
  { error: failure('not_found') },
  { license },
  { license: whole, density: 'compact' },
  { license, error: failure('network') },
];

/** What the root of a card says of its state, and the attribute that forces a scheme, each with its values. */
function attributes(): string[] {
  const roots = states.flatMap(
    (props) => /<article [^>]*>/.exec(renderToStaticMarkup(createElement(LicenseView, props))) ?? [],
  );
  return [
    ...matches(roots.join(''), /(data-(?!lk-part)[a-z-]+="[^"]*")/g),
    ...matches(sources(/\.css$/, 'styles'), /(data-lk-scheme='[a-z]+')/g),
  ];
}

/** What hosts rely on, by the file beside this one that holds what was agreed. */
const contract: Record<string, () => string[]> = {
  attributes,
  exports: describeExports,
  'error-codes': () => Object.keys(stateMessages.errors),
  messages: () => keys(messages, ''),
  parts: () => matches(sources(/\.tsx$/, 'components', 'json'), /data-lk-part(?:="|': ')([a-z-]+)/g),
  tokens: () => matches(sources(/\.css$/, 'components', 'json', 'styles'), /var\(\s*(--lk-[a-z][a-z-]*)/g),
};

describe('the public contract', () => {
  it.each(Object.keys(contract))(
    'keeps its %s',
    async (name) => {
      const current = (contract[name]?.() ?? []).toSorted();
      const file = join(import.meta.dirname, `${name}.txt`);
      const agreed = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
      expect(current.length).toBeGreaterThan(5);
      const change = describeChange(name, agreed, current);
      await expect(`${current.join('\n')}\n`).toMatchFileSnapshot(file, change);
    },
    60_000,
  );

  it('calls what is gone or changed a major step, what is new a minor one', () => {
    expect(describeChange('parts', ['a', 'b'], ['a', 'b'])).toBe('');
    expect(describeChange('parts', ['a'], ['a', 'b'])).toContain('a minor step');
    expect(describeChange('parts', ['a', 'b'], ['a', 'c'])).toMatch(/a major step[\s\S]*- b\n\+ c/);
  });
});
