'use client';
import { forwardRef } from 'react';
import { useLicenseContext } from './LicenseContext.ts';
import { ProductsList, type ProductsListProps } from './ProductsList.tsx';
import { productMessages } from './ProductsList.messages.ts';
import { sectionHeading } from './SectionHeading.tsx';
import { useMessages } from './useMessages.ts';

export interface LicenseProductsProps extends Omit<ProductsListProps, 'products' | 'heading'> {}

/** The products of the license around it, as `ProductsList`. Nothing where the answer does not mention them. */
export const LicenseProducts = /* @__PURE__ */ forwardRef<HTMLDivElement, LicenseProductsProps>(
  function LicenseProducts(props, ref) {
    const { license, headingLevel } = useLicenseContext('Products');
    const messages = useMessages('products', productMessages);
    if (license.products === undefined) return null;
    return (
      <ProductsList
        ref={ref}
        {...props}
        heading={sectionHeading(headingLevel, messages.heading)}
        products={license.products}
      />
    );
  },
);
