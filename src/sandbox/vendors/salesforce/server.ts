import type { VendorRequest, VendorResponse } from '../../connectors/connector.ts';
import { print } from '../records.ts';
import { accounts } from './accounts.ts';
import { failures, json } from './failures.ts';

/** Salesforce at `https://{MyDomain}.my.salesforce.com/services/data/v67.0/sobjects/{Object}/{Id}`. */
export function answer({ url, headers }: VendorRequest): VendorResponse {
  const { origin, pathname, searchParams } = new URL(url);
  const account = accounts.find(
    (one) => one.origin === origin && headers['authorization'] === `Bearer ${one.credential}`,
  );
  if (!account) return failures.invalidSession;
  if (account.refuses) return account.refuses;
  const [, object, id = ''] = /^\/services\/data\/v67\.0\/sobjects\/(\w+)\/([^/]+)$/.exec(pathname) ?? [];
  const licenseId = decodeURIComponent(id);
  const license = account.licenses().find((one) => one.id === licenseId && one.object === object);
  if (!license) return failures.notFound;
  if (license.fails) return license.fails;
  const fields = searchParams.get('fields');
  return {
    status: 200,
    headers: { ...json, 'sforce-limit-info': 'api-usage=1042/100000' },
    body: fields === null ? license.body : select(license.body, fields),
  };
}

/** The record with `attributes` and the named fields alone. */
function select(body: string, fields: string): string {
  const names = new Set(['attributes', ...fields.split(',')]);
  const record: unknown = JSON.parse(body);
  return print(Object.fromEntries(Object.entries(Object(record)).filter(([name]) => names.has(name))));
}
