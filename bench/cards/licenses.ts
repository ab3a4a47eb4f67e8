import type { License } from '../../src/license/index.ts';

const statuses = ['active', 'pending', 'needs_input', 'errored'];

/** Full cards, each a little different, made the same way every time. */
export function makeLicenses(count: number): License[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `Y2lzY29zcGFyazovL3VzL0xJQ0VOU0Uv${index.toString().padStart(6, '0')}`,
    name: `Webex Suite Enterprise ${index}`,
    description: 'Meetings, calling and messaging for named users',
    status: 'active',
    is_paid: true,
    assigned_quantity: 100 + (index % 350),
    available_quantity: 500,
    unit_amount: 14.5,
    currency: 'EUR',
    products: ['Meetings', 'Calling', 'Contact Center', 'Devices'].map((name, position) => ({
      id: `${index}-${position}`,
      name,
      status: statuses[(index + position) % statuses.length] ?? 'active',
    })),
    roles: ['Full administrator', 'User administrator', 'Compliance officer'].map((name, position) => ({
      id: `${index}-r${position}`,
      name,
    })),
    created_at: '2024-03-12T09:00:00Z',
    updated_at: '2026-03-12T09:00:00Z',
  }));
}
