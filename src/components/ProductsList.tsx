'use client';
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react';
import type { Product } from '../license/index.ts';
import { useLicenseSettings } from '../react/index.ts';
import { entriesOf, nameOf } from './list.ts';
import { productMessages } from './ProductsList.messages.ts';
import { looks, statusBadge } from './ProductStatusBadge.tsx';
import { statusBadgeMessages } from './ProductStatusBadge.messages.ts';
import { counted, useExpansion } from './useExpansion.tsx';
import { useMessages } from './useMessages.ts';

/** The listed statuses in the order of the list. */
const order: readonly unknown[] = /* @__PURE__ */ Object.keys(looks);
/** Somebody has to act on so many of them, the most pressing first. */
const pressing = 3;
/** What is not listed stands between what is pending and what is inactive. */
const unlisted = 3.5;

function rank({ status }: Partial<Product>): number {
  const index = order.indexOf(status);
  return index < 0 ? unlisted : index;
}
const isPressing = (product: Partial<Product>) => rank(product) < pressing;

export interface ProductsListProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** `products`. What is no list counts as not known. */
  products: readonly Product[] | null | undefined;
  /**
   * How many are shown until the rest is asked for. A rest of one is shown at once.
   * @default 6
   */
  max?: number | undefined;
  /** Stands above the list, with a word on the state of all. */
  heading?: ReactNode;
}

/**
 * The products of a license with their states: what needs action first, with a word on what to do.
 *
 * @example
 * <ProductsList products={license.products} />
 */
export const ProductsList = /* @__PURE__ */ forwardRef<HTMLDivElement, ProductsListProps>(
  function ProductsList({ products, max, heading, ...rest }, ref) {
    const { locale } = useLicenseSettings();
    const messages = useMessages('products', productMessages);
    const status = useMessages('status', statusBadgeMessages);
    const all = entriesOf(products)?.toSorted((a, b) => rank(a) - rank(b));
    const { shown, more } = useExpansion(all, messages, max);
    const waiting = all?.filter(isPressing).length;
    // Active ones stand last.
    const isAllActive = all && all.length > 1 && all[0]?.status === 'active';

    return (
      <div ref={ref} {...rest} data-lk-part="products">
        {heading}
        {heading && (waiting || isAllActive) ? (
          <span data-lk-part="products-summary">
            {waiting ? counted(messages.needAction, waiting, locale) : messages.allActive}
          </span>
        ) : null}
        {all?.length ? (
          <ul data-lk-part="products-list">
            {shown.map((product, index) => {
              const badge = statusBadge(product.status, status);
              return (
                <li data-lk-part="product" key={index}>
                  {nameOf(product) ?? messages.unnamed}
                  <span {...badge} />
                  {isPressing(product) ? <span data-lk-part="product-advice">{badge.title}</span> : null}
                </li>
              );
            })}
          </ul>
        ) : (
          <p data-lk-part="remark">{all ? messages.empty : messages.unknown}</p>
        )}
        {more}
      </div>
    );
  },
);
