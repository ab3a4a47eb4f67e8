import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../src');

/** What each room may import from, of ours and of others. */
const rooms: Record<string, { rooms: readonly string[]; packages: readonly string[] }> = {
  license: { rooms: [], packages: [] },
  client: { rooms: ['license'], packages: [] },
  query: { rooms: ['license', 'client'], packages: ['@tanstack/react-query'] },
  react: { rooms: ['license', 'client', 'query'], packages: ['react', '@tanstack/react-query'] },
  components: {
    rooms: ['license', 'client', 'query', 'react', 'json'],
    packages: ['react', '@tanstack/react-query', '@radix-ui/react-tabs'],
  },
  json: { rooms: [], packages: ['react'] },
  server: { rooms: ['license', 'client'], packages: [] },
  sandbox: { rooms: ['license'], packages: ['jsonata'] },
};

const imports = /(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g;

const edges = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => file.split(sep).join('/'))
  .flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(imports)].map(([, specifier = '']) => ({
      file,
      room: file.split('/')[0] ?? '',
      target: specifier.startsWith('.')
        ? { room: posix.join(dirname(file), specifier).split('/')[0] ?? '' }
        : {
            package: specifier
              .split('/')
              .slice(0, specifier.startsWith('@') ? 2 : 1)
              .join('/'),
          },
    })),
  )
  // The entry gathers what the rooms offer.
  .filter(({ file }) => file.includes('/'));

describe('the rooms of src', () => {
  it('are all in the plan', () => {
    expect(Object.keys(rooms)).toEqual(expect.arrayContaining([...new Set(edges.map(({ room }) => room))]));
  });

  it.each(Object.keys(rooms))('%s imports only from rooms before it', (name) => {
    const allowed = [name, ...(rooms[name]?.rooms ?? [])];
    const strays = edges.filter(
      ({ room, target }) => room === name && target.room && !allowed.includes(target.room),
    );
    expect(strays).toEqual([]);
  });

  it.each(Object.keys(rooms))('%s imports only the packages it needs', (name) => {
    const allowed = rooms[name]?.packages ?? [];
    const strays = edges.filter(
      ({ room, target }) => room === name && target.package && !allowed.includes(target.package),
    );
    expect(strays).toEqual([]);
  });
});
