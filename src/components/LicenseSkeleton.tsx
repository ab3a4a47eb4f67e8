import { createElement, type ReactNode } from 'react';
import type { LicenseField, Vendor } from '../license/index.ts';
import { provides } from './vendor.ts';

/** So many letters that nobody sees. */
const blank = (letters: number) => '\u00a0'.repeat(letters);

/** The box of a part that is on its way. */
const box = (part: string, ...children: ReactNode[]) =>
  createElement('span', { 'data-lk-part': part }, ...children);

/** A grey bar of about so many letters, as high as the line it stands in. */
const bar = (letters: number) => <span data-lk-part="bar">{blank(letters)}</span>;

/**
 * The shape of a license that is on its way. Built from the same boxes as the license itself, with the rows that its
 * vendor provides, so that nothing moves when it arrives. A function: nothing in it is remembered.
 */
export function licenseSkeleton(vendor: Vendor | undefined, hasTabs: boolean): ReactNode {
  const lacks = (field: LicenseField) => provides(vendor, field) === false;
  const hasBoth = !lacks('assigned_quantity') && !lacks('available_quantity');
  const row = (letters: number, ...more: ReactNode[]) => [
    box('term', bar(8)),
    box('value', bar(letters), ...more),
  ];
  return (
    <div aria-hidden="true" data-lk-part="skeleton">
      {box(
        'inspector-header',
        box(
          'header',
          box('monogram'),
          box(
            'heading',
            box('title', bar(lacks('name') ? 46 : 26)),
            provides(vendor, 'status') && <span data-lk-part="badge">{blank(14)}</span>,
          ),
        ),
        hasTabs && box('tabs', box('tab', blank(12)), box('tab', blank(7))),
      )}
      <div data-lk-part="panel">
        {box(
          'seats',
          box('seats-text', box('seats-value', bar(4)), ' ', bar(16)),
          box('seats-remark', bar(hasBoth ? 7 : 28)),
          hasBoth && box('meter'),
        )}
        {box(
          'details',
          box(
            'details-list',
            ...(provides(vendor, 'created_at') ? row(13) : []),
            ...(provides(vendor, 'updated_at') ? row(13) : []),
            ...row(30, box('copy')),
          ),
        )}
      </div>
      {box('freshness', box('freshness-text', bar(16)), box('button', bar(8)))}
    </div>
  );
}
