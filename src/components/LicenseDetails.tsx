'use client';
import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import { parseInstant } from '../license/index.ts';
import { useLicenseSettings } from '../react/index.ts';
import { CopyableId } from './CopyableId.tsx';
import { detailsList } from './DetailsList.tsx';
import { Instant } from './Instant.tsx';
import { detailMessages } from './License.messages.ts';
import { useLicenseContext } from './LicenseContext.ts';
import { format } from './message.ts';
import { formatPrice } from './price.ts';
import { provides } from './vendor.ts';
import { useMessages } from './useMessages.ts';

export interface LicenseDetailsProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {}

/**
 * Price, dates and id. A field that its vendor never provides has no row; one that it does provide, but not this
 * time, is said to be unknown. Says quietly which parts of the answer could not be read.
 */
export const LicenseDetails = /* @__PURE__ */ forwardRef<HTMLDivElement, LicenseDetailsProps>(
  function LicenseDetails(props, ref) {
    const { license, vendor, issues, announce } = useLicenseContext('Details');
    const { locale, priceUnit } = useLicenseSettings();
    const messages = useMessages('details', detailMessages);

    const date = (term: string, field: 'created_at' | 'updated_at') => {
      const text = license[field];
      const at = text ? parseInstant(text) : undefined;
      // A date that cannot be read still shows as it was sent.
      const value = at === undefined ? text : <Instant at={at} />;
      const isMissing = text == null && (text === null || provides(vendor, field));
      return [term, value, isMissing && messages.unknown] as const;
    };
    const { unit_amount: amount, currency } = license;
    const fields = [...new Set(issues.map(({ path }) => path.join('.')))].join(', ');

    return (
      <div ref={ref} {...props} data-lk-part="details">
        {detailsList([
          [
            messages.price,
            amount != null &&
              Number.isFinite(amount) &&
              currency &&
              format(messages.pricePerUnit, { price: formatPrice(amount, currency, priceUnit, locale) }),
          ],
          date(messages.created, 'created_at'),
          date(messages.updated, 'updated_at'),
          [messages.id, <CopyableId key="id" id={license.id} messages={messages} announce={announce} />],
        ])}
        {fields ? <p data-lk-part="remark">{format(messages.issues, { fields })}</p> : null}
      </div>
    );
  },
);
