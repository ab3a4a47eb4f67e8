import { describe, expect, it } from 'vitest';
import { productStatuses } from '../../src/license/index.ts';
import { fixtures, fixtureText, fresh, schemaFields, supportedFields } from './support.ts';

const { sandbox, get, find } = fresh();
const json = async (response: Response): Promise<Record<string, unknown>> => response.json();

/** Where the sandbox serves the record that a vendor holds at this address. */
function targetOf(vendor: string, url: string) {
  const { pathname, searchParams } = new URL(url);
  const id = decodeURIComponent(pathname.split('/').at(-1) ?? '');
  const [account] = sandbox.accounts.filter((one) => one.vendor === vendor && one.status === 'active');
  const license = account?.licenses.find((one) => one.id === id);
  if (!account || !license) throw new Error(`the sandbox does not serve ${url}`);
  const users = searchParams.get('includeAssignedTo');
  return {
    id,
    account: account.id,
    organizations: license.organizations,
    query: users ? `include_assigned_to=${users}` : '',
  };
}

describe.each(fixtures)('$file', (fixture) => {
  const target = targetOf(fixture.vendor, fixture.request.url);
  const withFormat = (format: string) => ({
    ...target,
    query: `${target.query}&truto_response_format=${format}`,
  });

  it('comes out as the expected unified license, the vendor body beside it', async () => {
    const { remote_data, ...license } = await json(await get(target));
    expect(license).toStrictEqual(fixture.expected_unified_without_remote_data);
    expect(remote_data).toStrictEqual(JSON.parse(fixtureText(fixture)));
  });

  it('comes out raw, byte for byte', async () => {
    const bytes = Buffer.from(await (await get(withFormat('raw'))).arrayBuffer());
    expect(bytes.equals(Buffer.from(fixtureText(fixture)))).toBe(true);
  });

  it('was asked for at the address the vendor documents', async () => {
    const { debug } = await json(await get(withFormat('debug')));
    expect(debug).toMatchObject({ requestUrl: fixture.request.url, requestOptions: { method: 'GET' } });
  });
});

describe('the support matrix', () => {
  const own = sandbox.accounts.filter(({ status, customised }) => status === 'active' && !customised);

  it.each(own)('holds for every license of $label', async ({ id: account, vendor, licenses }) => {
    const supported = supportedFields(vendor);
    for (const { id, organizations } of licenses) {
      if (id.startsWith('fault-')) continue;
      const response = await get({ id, account, organizations });
      if (response.status !== 200) continue;
      expect(supported).toEqual(expect.arrayContaining(Object.keys(await json(response))));
    }
  });

  it.each(['Webex', 'Cisco Meraki', 'Salesforce'])('is filled by the first license of %s', async (label) => {
    const target = find(label);
    const vendor = sandbox.accounts.find(({ id }) => id === target.account)?.vendor ?? 'webex';
    const fields = Object.keys(await json(await get(target)));
    expect(fields.toSorted()).toEqual(supportedFields(vendor).toSorted());
  });

  it('is surpassed by the account with its own mapping: every field, products in all six statuses', async () => {
    const license = await json(await get(find('own mapping', 'Every field')));
    expect(Object.keys(license).toSorted()).toEqual(schemaFields.toSorted());
    for (const value of Object.values(license)) expect(value).toEqual(expect.anything());
    expect(license['products']).toEqual(
      productStatuses.map((status) => ({ id: expect.any(String), name: expect.any(String), status })),
    );
    expect(license['roles']).toContainEqual({ id: 'editor', name: 'Editor' });
  });
});
