import { hashKey } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import type { LicenseParams } from '../../src/client/index.ts';
import { licenseKeys } from '../../src/query/index.ts';

const licenseId = '1';

describe('licenseKeys', () => {
  it('are plain JSON below one versioned beginning and the scope', () => {
    const params: LicenseParams = {
      remoteQuery: { z: 1, a: { y: undefined, b: [{ d: 1, c: null }] } },
      excludeFields: ['status', 'name', 'status'],
      integratedAccountId: 'account',
      licenseId,
    };
    expect(licenseKeys.all('tenant')).toEqual(['truto-license-kit', 1, 'tenant']);
    const key = licenseKeys.license('tenant', params);
    expect(JSON.stringify(key)).toBe(
      '["truto-license-kit",1,"tenant","license",{"excludeFields":["name","status"],"integratedAccountId":"account","licenseId":"1","remoteQuery":{"a":{"b":[{"c":null,"d":1}]},"z":1}}]',
    );
    expect(structuredClone(key)).toEqual(key);
  });

  it.each<[string, LicenseParams]>([
    [
      'absent values',
      { licenseId, integratedAccountId: undefined, organizations: undefined, remoteQuery: undefined },
    ],
    ['defaults', { licenseId, ignoreRemoteData: true }],
    ['what is empty', { licenseId, excludeFields: [], remoteQuery: {} }],
    ['what is no parameter', Object.assign({ className: 'card', token: 'sk' }, { licenseId })],
  ])('are the same with and without %s', (_, params) => {
    expect(hashKey(licenseKeys.license('', params))).toBe(hashKey(licenseKeys.license('', { licenseId })));
  });

  it('differ by everything that changes the answer', () => {
    const variants: LicenseParams[] = [
      { licenseId },
      { licenseId: '2' },
      { licenseId, integratedAccountId: 'a' },
      { licenseId, organizations: 'a' },
      { licenseId, includeAssignedTo: 'user' },
      { licenseId, excludeFields: ['name'] },
      { licenseId, ignoreRemoteData: false },
      { licenseId, remoteQuery: { a: ['1'] } },
      { licenseId, remoteQuery: { a: '1' } },
    ];
    const hashes = ['', 'tenant'].flatMap((scope) =>
      variants.map((params) => hashKey(licenseKeys.license(scope, params))),
    );
    expect(new Set(hashes).size).toBe(2 * variants.length);
    expect(hashKey(licenseKeys.remoteData('', { licenseId }))).not.toBe(hashes[0]);
  });

  it('of remote data leave out what shapes the unified license alone', () => {
    const shaped = { licenseId, excludeFields: ['name'], ignoreRemoteData: false };
    expect(licenseKeys.remoteData('', shaped)).toEqual(licenseKeys.remoteData('', { licenseId }));
  });
});
