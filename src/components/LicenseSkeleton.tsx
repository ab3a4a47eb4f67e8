import type { ReactNode } from 'react';
import type { Vendor } from '../license/index.ts';
import { mayProvide } from './vendor.ts';

/** A grey bar of about so many letters, as high as the line it stands in. */
function Bar({ letters }: { letters: number }) {
  return <span data-lk-part="bar">{'\u00a0'.repeat(letters)}</span>;
}

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
  const hasBadges = vendor !== undefined && mayProvide(vendor, 'status');
  const dates = (['created_at', 'updated_at'] as const).filter(
    (field) => vendor !== undefined && mayProvide(vendor, field),
  );
  return (
    <div data-lk-part="skeleton" aria-hidden="true">
      <div data-lk-part="inspector-header">
        <div data-lk-part="header">
          <span data-lk-part="monogram" />
          <div data-lk-part="heading">
            <div data-lk-part="title">
              <Bar letters={mayProvide(vendor, 'name') ? 26 : 46} />
            </div>
            {hasBadges ? <span data-lk-part="badge">{'\u00a0'.repeat(14)}</span> : null}
          </div>
        </div>
        {hasTabs ? (
          <div data-lk-part="tabs">
            <span data-lk-part="tab">{'\u00a0'.repeat(12)}</span>
            <span data-lk-part="tab">{'\u00a0'.repeat(7)}</span>
          </div>
        ) : null}
      </div>
      <div data-lk-part="panel">
        <div data-lk-part="seats">
          <p data-lk-part="seats-text">
            <strong data-lk-part="seats-value">
              <Bar letters={4} />
            </strong>{' '}
            <Bar letters={16} />
          </p>
          <p data-lk-part="seats-remark">
            <Bar letters={hasBoth ? 8 : 28} />
          </p>
          {hasBoth ? <div data-lk-part="meter" /> : null}
        </div>
        <div data-lk-part="details">
          <div data-lk-part="details-list">
            {[...dates, 'id'].map((field) => (
              <BarRow key={field} isId={field === 'id'} />
            ))}
          </div>
        </div>
      </div>
      <div data-lk-part="freshness">
        <span data-lk-part="freshness-text">
          <Bar letters={16} />
        </span>
        <span data-lk-part="button">
          <Bar letters={8} />
        </span>
      </div>
    </div>
  );
}

function BarRow({ isId }: { isId: boolean }) {
  return (
    <>
      <div data-lk-part="term">
        <Bar letters={8} />
      </div>
      <div data-lk-part="value">
        <Bar letters={isId ? 30 : 14} />
        {isId ? <span data-lk-part="copy" /> : null}
      </div>
    </>
  );
}
