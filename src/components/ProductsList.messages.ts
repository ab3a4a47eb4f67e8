import type { PluralMessage } from './message.ts';

/** The texts of {@link ProductsList}. */
export interface ProductMessages {
  /** The heading above the list in a card. */
  readonly heading: string;
  /** The list came, and nothing is in it. */
  readonly empty: string;
  /** The list did not come. */
  readonly unknown: string;
  /** A product with neither name nor id. */
  readonly unnamed: string;
  /** `{count}` products wait for an administrator. */
  readonly needAction: PluralMessage;
  /** Every product works. */
  readonly allActive: string;
  /** Shows the `{count}` products that are left out. */
  readonly showMore: PluralMessage;
  /** Leaves them out again. */
  readonly showFewer: string;
}

export const productMessages: ProductMessages = {
  heading: 'Products',
  empty: 'No products',
  unknown: 'Products unknown',
  unnamed: 'Unnamed product',
  needAction: { one: '{count} needs action', other: '{count} need action' },
  allActive: 'All active',
  showMore: 'Show {count} more',
  showFewer: 'Show fewer',
};
