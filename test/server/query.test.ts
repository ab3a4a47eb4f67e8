import fc from 'fast-check';
import { parse } from 'qs';
import { expect, it } from 'vitest';
import { createLicenseProxy } from '../../src/server/index.ts';

// However a target is put together: what Truto is asked for is one license of the caller's own account, or nothing.

const mine = 'account-of-ada';
const other = 'account-of-bob';
const licenses = '/unified/user-directory/licenses/';

/** Asks the proxy for a target, and answers the URLs that were sent on. */
async function sentFor(target: string): Promise<string[]> {
  const sent: string[] = [];
  const proxy = createLicenseProxy({
    token: 'token',
    authorize: () => ({ integratedAccountId: mine }),
    remoteQuery: ['limit', 'filter'],
    fetch: async ({ url }) => {
      sent.push(url);
      return Response.json({ id: '1' });
    },
  });
  const { status } = await proxy(new Request(`https://host.example/api${target}`));
  expect(sent).toHaveLength(status === 200 ? 1 : 0);
  return sent;
}

/** Texts of these parts, in any order. */
const textOf = (parts: readonly string[]) =>
  fc.array(fc.constantFrom(...parts), { maxLength: 8 }).map((all) => all.join(''));

const odd = [
  '%00',
  '%0d%0a',
  '%25',
  '%2525',
  '%u0026',
  '+',
  '%20',
  '\t',
  '\\',
  '%c0%ae',
  '\u{ff0f}',
  '\u{1f511}',
];
const name = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('organizations', 'remote_query[limit]', 'truto_exclude_fields') },
  fc.constantFrom('integrated_account_id', 'integrated%5faccount_id', 'Integrated_Account_Id'),
  textOf(['remote_query', 'truto_exclude_fields', '[', ']', '%5B', '%5D', 'limit', '0', '__proto__', ...odd]),
);
const value = textOf([
  mine,
  other,
  'integrated_account_id',
  '=',
  '%3D',
  '%26',
  ';',
  '%3B',
  '[]',
  '#',
  '?',
  ...odd,
]);
const query = fc
  .array(fc.tuple(name, fc.constantFrom('=', '', '[]=', '[0]=', '%5B%5D='), value), { maxLength: 4 })
  .map((pairs) => pairs.map((pair) => pair.join('')).join('&'));

it('asks for the caller’s own account, as every parser reads it', async () => {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(query, async (search) => {
      for (const url of await sentFor(`${licenses}1?${search}`)) {
        count += 1;
        const [start, asked = ''] = url.split('?');
        expect(start).toBe(`https://api.truto.one${licenses}1`);
        expect(new URLSearchParams(asked).getAll('integrated_account_id')).toEqual([mine]);
        expect(parse(asked).integrated_account_id).toBe(mine);
        expect(parse(asked, { delimiter: /[&;]/, allowDots: true }).integrated_account_id).toBe(mine);
        expect(asked.match(/(?<=(?:^|[&;])integrated_account_id=)[^&;]*/g)).toEqual([mine]);
        expect(asked).toMatch(/^[\w.~!'()*%&=-]+$/);
      }
    }),
    { numRuns: 2000 },
  );
  expect(count).toBeGreaterThan(100);
});

const segments = textOf([
  '.',
  '..',
  '/',
  '%2e',
  '%2E%2e',
  '%2f',
  '%5c',
  ';',
  '1',
  'users',
  '@',
  ':',
  '?',
  ...odd,
]);

it('asks for one license, however often its id is decoded on the way', async () => {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(segments, async (id) => {
      for (const url of await sentFor(`${licenses}${id}`)) {
        count += 1;
        const { origin, pathname } = new URL(url);
        expect(origin).toBe('https://api.truto.one');
        expect(pathname.startsWith(licenses)).toBe(true);
        const segment = pathname.slice(licenses.length);
        const decoded = decodeURIComponent(segment);
        expect(decodeURIComponent(decoded)).toBe(decoded);
        expect(decoded).not.toMatch(/[/\\?#;]|\p{Cc}|^\.{0,2}$/u);
      }
    }),
    { numRuns: 2000 },
  );
  expect(count).toBeGreaterThan(100);
});
