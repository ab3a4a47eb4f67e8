'use client';
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useState } from 'react';
import type { KnownProductStatus, Product } from '../license/index.ts';
import { useLicenseSettings } from '../react/index.ts';
import { formatCount } from './intl.ts';
import { entriesOf } from './list.ts';
import { format, plural, type PluralMessage } from './message.ts';
import { productMessages } from './ProductsList.messages.ts';
import { statusBadge } from './ProductStatusBadge.tsx';
import { statusBadgeMessages } from './ProductStatusBadge.messages.ts';
import { textOf } from './text.ts';
import { useMessages } from './useMessages.ts';

/** Somebody has to act on these, the most pressing first. */
const pressing = ['errored', 'needs_input', 'needs_confirmation'] as const;
/** Every listed status in the order of the list, and in its place what is none of them. */
const order: readonly unknown[] = [...pressing, 'pending', 'unlisted', 'inactive', 'active'];

function rank({ status }: Partial<Product>): number {
  const index = order.indexOf(status);
  return index < 0 ? order.indexOf('unlisted') : index;
}

/** The status of a product that somebody has to act on. */
function pressingStatus({ status }: Partial<Product>): KnownProductStatus | undefined {
  return pressing.find((known) => known === status);
}

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
  function ProductsList({ products, max = 6, heading, ...rest }, ref) {
    const { locale } = useLicenseSettings();
    const messages = useMessages('products', productMessages);
    const status = useMessages('status', statusBadgeMessages);
    const [isExpanded, setExpanded] = useState(false);

    const all = entriesOf(products)?.toSorted((a, b) => rank(a) - rank(b));
    // One more line takes no more room than the button that would hide it.
    const hidden = all && all.length > max + 1 ? all.length - max : 0;
    const shown = hidden && !isExpanded ? all?.slice(0, max) : all;
    const counted = (message: PluralMessage, count: number) =>
      format(plural(message, count, locale), { count: formatCount(count, locale) });
    const waiting = all?.filter(pressingStatus).length ?? 0;
    const isAllActive =
      all !== undefined && all.length > 1 && all.every((product) => product.status === 'active');

    return (
      <div {...rest} ref={ref} data-lk-part="products">
        {heading}
        {heading && (waiting || isAllActive) ? (
          <span data-lk-part="products-summary">
            {waiting ? counted(messages.needAction, waiting) : messages.allActive}
          </span>
        ) : null}
        {shown?.length ? (
          <ul data-lk-part="products-list">
            {shown.map((product, index) => {
              const act = pressingStatus(product);
              return (
                <li data-lk-part="product" key={index}>
                  {textOf(product.name) ?? textOf(product.id) ?? messages.unnamed}
                  <span {...statusBadge(product.status, status)} />
                  {act ? <span data-lk-part="product-advice">{status[act].description}</span> : null}
                </li>
              );
            })}
          </ul>
        ) : (
          <p data-lk-part="remark">{shown ? messages.empty : messages.unknown}</p>
        )}
        {hidden ? (
          <button
            type="button"
            data-lk-part="more"
            aria-expanded={isExpanded}
            onClick={() => setExpanded(!isExpanded)}
          >
            {isExpanded ? messages.showFewer : counted(messages.showMore, hidden)}
          </button>
        ) : null}
      </div>
    );
  },
);
