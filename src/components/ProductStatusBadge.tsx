'use client';
import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import type { KnownProductStatus, ProductStatus } from '../license/index.ts';
import { badge } from './Badge.tsx';
import {
  type StatusBadgeMessages,
  statusBadgeMessages,
  type StatusMessages,
} from './ProductStatusBadge.messages.ts';
import { textOf } from './text.ts';
import type { Tone } from './tone.ts';
import { useMessages } from './useMessages.ts';

const ring = 'M11 6A5 5 0 1 1 1 6a5 5 0 0 1 10 0Z';

interface Look {
  readonly tone: Tone;
  /** The stroke of its glyph. */
  readonly path: string;
}

/** How each status looks, the most pressing first. */
export const looks: Readonly<Record<KnownProductStatus, Look>> = {
  errored: { tone: 'negative', path: `${ring}M4.4 4.4l3.2 3.2m0-3.2L4.4 7.6` },
  needs_input: { tone: 'caution', path: 'M1.6 10.4l.6-2.6L8 2l2 2-5.8 5.8-2.6.6ZM6.7 3.3l2 2' },
  needs_confirmation: { tone: 'caution', path: `${ring}M6 3.4v3M6 8.6v.01` },
  pending: { tone: 'info', path: `${ring}M6 3.4V6l1.7 1.2` },
  inactive: { tone: 'neutral', path: `${ring}M4 6h4` },
  active: { tone: 'positive', path: `${ring}M3.9 6.2l1.5 1.5 2.7-3.1` },
};

/** Whether a status is one that Truto lists. */
function isKnown(status: unknown): status is KnownProductStatus {
  return typeof status === 'string' && Object.hasOwn(looks, status);
}

/** The tone of a status; one that is not listed is neutral. */
export function statusTone(status: unknown): Tone {
  return isKnown(status) ? looks[status].tone : 'neutral';
}

/** The props of a `span` that is the badge of a status. What is not listed has no text but its own. */
export function statusBadge(status: unknown, texts: StatusBadgeMessages, ownLabel?: string) {
  const look = isKnown(status) ? looks[status] : undefined;
  const own = textOf(status);
  const text: Partial<StatusMessages> = isKnown(status)
    ? texts[status]
    : own
      ? { label: own }
      : texts.unknown;
  return {
    title: text.description,
    ...badge(look?.tone ?? 'neutral', ownLabel ?? text.label, look?.path),
    // For what the kit does not know: an outline in place of a color.
    'data-outlined': look ? undefined : '',
  };
}

export interface ProductStatusBadgeProps extends Omit<ComponentPropsWithoutRef<'span'>, 'children'> {
  /** `products[].status`, or the license's own `status`. One that is not listed shows its own text, outlined. */
  status: ProductStatus | null | undefined;
  /** Text in place of the status's own. */
  label?: string | undefined;
}

/**
 * The status of a product or license: a glyph, a word and a tone. Pointed at, it says what an administrator can do.
 *
 * @example
 * <ProductStatusBadge status="needs_input" />
 */
export const ProductStatusBadge = /* @__PURE__ */ forwardRef<HTMLSpanElement, ProductStatusBadgeProps>(
  function ProductStatusBadge({ status, label, ...rest }, ref) {
    const { title, ...own } = statusBadge(status, useMessages('status', statusBadgeMessages), label);
    return <span title={title} {...rest} {...own} ref={ref} />;
  },
);
