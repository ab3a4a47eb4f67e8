import type { PluralMessage } from './message.ts';

/** The texts of {@link RolesList}. */
export interface RoleMessages {
  /** The heading above the list in a card. */
  readonly heading: string;
  /** The list came, and nothing is in it. */
  readonly empty: string;
  /** The list did not come. */
  readonly unknown: string;
  /** A role with neither name nor id. */
  readonly unnamed: string;
  /** Shows the `{count}` roles that are left out. */
  readonly showMore: PluralMessage;
  /** Leaves them out again. */
  readonly showFewer: string;
}

export const roleMessages: RoleMessages = {
  heading: 'Roles',
  empty: 'No roles',
  unknown: 'Roles unknown',
  unnamed: 'Unnamed role',
  showMore: '+{count} more',
  showFewer: 'Show fewer',
};
