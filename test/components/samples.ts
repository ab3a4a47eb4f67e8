import { LicenseError, type LicenseErrorCode } from '../../src/client/index.ts';
import type { License } from '../../src/license/index.ts';

export const full: License = {
  id: 'lic-0123456789-abcdefghij',
  name: 'Webex Suite Enterprise',
  description: 'Meetings and calling',
  status: 'active',
  assigned_quantity: 412,
  available_quantity: 500,
  is_paid: true,
  unit_amount: 14.5,
  currency: 'EUR',
  products: [
    { id: 'p1', name: 'Meetings', status: 'active' },
    { id: 'p2', name: 'Calling', status: 'pending' },
    { id: 'p3', name: 'Contact Center', status: 'needs_input' },
    { id: 'p4', name: 'Devices', status: 'errored' },
  ],
  roles: ['Full administrator', 'Reader', 'Compliance officer', 'Support'].map((name) => ({ name })),
  created_at: '2024-03-12T23:30:00Z',
  updated_at: '2024-05-01T08:00:00.000+0200',
};

export const failure = (code: LicenseErrorCode, details: Partial<LicenseError> = {}) =>
  new LicenseError({ ...details, code });

/** A promise that is settled by hand. */
export function deferred<Value>() {
  let resolve: (value: Value) => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<Value>((onValue, onReason) => {
    resolve = onValue;
    reject = onReason;
  });
  // It may be rejected before the component asks for it, which is no fault of either.
  promise.catch(() => {});
  return { promise, resolve, reject };
}
