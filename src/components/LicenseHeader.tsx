'use client';
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react';
import type { License } from '../license/index.ts';
import { badge } from './Badge.tsx';
import { headerMessages } from './License.messages.ts';
import { useLicenseContext } from './LicenseContext.ts';
import { format } from './message.ts';
import { statusBadgeMessages } from './ProductStatusBadge.messages.ts';
import { statusBadge } from './ProductStatusBadge.tsx';
import { textOf } from './text.ts';
import { factsOf } from './vendor.ts';
import { useMessages } from './useMessages.ts';

/** A text that is longer is cut after a few lines, and pointing at it shows the whole. */
const longText = 120;

/** The name of a license; the id stands in for one that is missing. */
export function licenseTitle(license: License, unnamed: string): string {
  return textOf(license.name) ?? format(unnamed, { id: license.id });
}

export interface LicenseHeaderProps extends Omit<ComponentPropsWithoutRef<'header'>, 'children'> {
  /** Stands for the vendor in place of its monogram; null for nothing. */
  icon?: ReactNode;
}

/** The vendor, the name, the status, whether it is paid, and the description. */
export const LicenseHeader = /* @__PURE__ */ forwardRef<HTMLElement, LicenseHeaderProps>(
  function LicenseHeader({ icon, ...rest }, ref) {
    const { license, vendor, headingLevel } = useLicenseContext('Header');
    const messages = useMessages('header', headerMessages);
    const statusMessages = useMessages('status', statusBadgeMessages);
    const Heading = `h${headingLevel}` as const;
    const title = licenseTitle(license, messages.unnamed);
    const description = textOf(license.description);
    const whole = (text: string) => (text.length > longText ? text : undefined);
    const isPriced = typeof license.is_paid === 'boolean';
    const facts = factsOf(vendor);
    const monogram = facts && (
      <span role="img" data-lk-part="monogram" aria-label={facts.label}>
        {facts.monogram}
      </span>
    );

    return (
      <header ref={ref} {...rest} data-lk-part="header">
        {icon === undefined ? monogram : icon && <span data-lk-part="icon">{icon}</span>}
        <div data-lk-part="heading">
          <Heading title={whole(title)} data-lk-part="title">
            {title}
          </Heading>
          {license.status || isPriced ? (
            <span data-lk-part="badges">
              {license.status ? <span {...statusBadge(license.status, statusMessages)} /> : null}
              {isPriced ? (
                <span {...badge('neutral', license.is_paid ? messages.paid : messages.free)} />
              ) : null}
            </span>
          ) : null}
          {description ? (
            <p title={whole(description)} data-lk-part="description">
              {description}
            </p>
          ) : null}
        </div>
      </header>
    );
  },
);
