import { Fragment, type ReactNode } from 'react';
import type { LicenseField, Vendor } from '../license/index.ts';
import { mayProvide } from './vendor.ts';

/** So many letters that nobody sees. */
const blank = (letters: number) => '\u00a0'.repeat(letters);

/** A grey bar of about so many letters, as high as the line it stands in. */
const bar = (letters: number) => <span data-lk-part="bar">{blank(letters)}</span>;

interface LicenseSkeletonProps {
  vendor: Vendor | undefined;
  hasTabs: boolean;
}

/**
 * The shape of a license that is on its way. Built from the same boxes as the license itself, with the rows that its
 * vendor provides, so that nothing moves when it arrives.
 */
export function LicenseSkeleton({ vendor, hasTabs }: LicenseSkeletonProps): ReactNode {
  const hasBoth = mayProvide(vendor, 'assigned_quantity') && mayProvide(vendor, 'available_quantity');
  /** What only some vendors provide, and nobody knows of a vendor that was not named. */
  const has = (field: LicenseField) => vendor !== undefined && mayProvide(vendor, field);
  const rows = (['created_at', 'updated_at', 'id'] as const).filter((field) => field === 'id' || has(field));
  return (
    <div data-lk-part="skeleton" aria-hidden="true">
      <div data-lk-part="inspector-header">
        <div data-lk-part="header">
          <span data-lk-part="monogram" />
          <div data-lk-part="heading">
            <div data-lk-part="title">{bar(mayProvide(vendor, 'name') ? 26 : 46)}</div>
            {has('status') ? <span data-lk-part="badge">{blank(14)}</span> : null}
          </div>
        </div>
        {hasTabs ? (
          <div data-lk-part="tabs">
            <span data-lk-part="tab">{blank(12)}</span>
            <span data-lk-part="tab">{blank(7)}</span>
          </div>
        ) : null}
      </div>
      <div data-lk-part="panel">
        <div data-lk-part="seats">
          <p data-lk-part="seats-text">
            <strong data-lk-part="seats-value">{bar(4)}</strong> {bar(16)}
          </p>
          <p data-lk-part="seats-remark">{bar(hasBoth ? 8 : 28)}</p>
          {hasBoth ? <div data-lk-part="meter" /> : null}
        </div>
        <div data-lk-part="details">
          <div data-lk-part="details-list">
            {rows.map((field) => (
              <Fragment key={field}>
                <div data-lk-part="term">{bar(8)}</div>
                <div data-lk-part="value">
                  {bar(field === 'id' ? 30 : 14)}
                  {field === 'id' ? <span data-lk-part="copy" /> : null}
                </div>
              </Fragment>
            ))}
          </div>
        </div>
      </div>
      <div data-lk-part="freshness">
        <span data-lk-part="freshness-text">{bar(16)}</span>
        <span data-lk-part="button">{bar(8)}</span>
      </div>
    </div>
  );
}
