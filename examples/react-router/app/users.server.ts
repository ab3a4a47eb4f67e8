import type { Vendor } from 'truto-license-kit';

export interface User {
  readonly id: string;
  readonly name: string;
  /** The one account whose licenses this user may read. */
  readonly integratedAccountId: string;
  readonly vendor: Vendor;
  readonly licenseIds: readonly [string, ...string[]];
}

/** Stands for your own table of users; the accounts are the sandbox's. */
export const users: readonly User[] = [
  {
    id: 'ada',
    name: 'Ada',
    integratedAccountId: 'e4a1c7d0-5b92-4c38-8f16-9d2b0a7e6f32',
    vendor: 'salesforce',
    licenseIds: ['a0LXa0000001AaAIAU', 'a0LXa0000001AaBIAU'],
  },
  {
    id: 'grace',
    name: 'Grace',
    integratedAccountId: 'e4a1c7d0-5b92-4c38-8f16-9d2b0a7e6f31',
    vendor: 'salesforce',
    licenseIds: ['100Xa0000000AbCIAU', '100Xa0000000AbDIAU'],
  },
];
