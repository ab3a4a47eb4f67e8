import type { KnownProductStatus } from '../license/index.ts';

/** The texts of one status. */
export interface StatusMessages {
  /** What the badge says. */
  readonly label: string;
  /** What the state means, and what an administrator can do. */
  readonly description: string;
}

/** The texts of {@link ProductStatusBadge}. */
export interface StatusBadgeMessages extends Readonly<Record<KnownProductStatus, StatusMessages>> {
  /** No status came. */
  readonly unknown: StatusMessages;
}

export const statusBadgeMessages: StatusBadgeMessages = {
  active: { label: 'Active', description: 'In use and working.' },
  inactive: { label: 'Inactive', description: 'Switched off. Activate it with the vendor.' },
  errored: { label: 'Errored', description: 'Reports a fault. Look into it with the vendor.' },
  needs_input: {
    label: 'Needs input',
    description: 'Waits for details. Enter them with the vendor.',
  },
  needs_confirmation: {
    label: 'Needs confirmation',
    description: 'Waits to be confirmed with the vendor.',
  },
  pending: { label: 'Pending', description: 'Being set up. Nothing to do but wait.' },
  unknown: { label: 'Status unknown', description: 'The vendor tells no status.' },
};
