'use client';
import { type ReactNode, useState } from 'react';
import { useLicenseSettings } from '../react/index.ts';
import { formatCount } from './intl.ts';
import { format, plural, type PluralMessage } from './message.ts';

/** A message with its count in it. */
export const counted = (message: PluralMessage, count: number, locale: string) =>
  format(plural(message, count, locale), { count: formatCount(count, locale) });

interface Expansion<Entry> {
  /** The entries that are shown. */
  readonly shown: readonly Entry[];
  readonly isExpanded: boolean;
  /** The button that shows the rest, or hides it again; null where there is none. */
  readonly more: ReactNode;
}

/**
 * The first entries of a long list, until somebody asks for the rest. A rest of one is shown at once: it takes no more
 * room than the button that would hide it.
 */
export function useExpansion<Entry>(
  entries: readonly Entry[] = [],
  messages: { readonly showMore: PluralMessage; readonly showFewer: string },
  max = 6,
): Expansion<Entry> {
  const { locale } = useLicenseSettings();
  const [isExpanded, setExpanded] = useState(false);
  const first = entries.slice(0, max);
  const hidden = entries.length - first.length;
  const isLong = hidden > 1;
  return {
    shown: isLong && !isExpanded ? first : entries,
    isExpanded: isLong && isExpanded,
    more: isLong && (
      <button
        aria-expanded={isExpanded}
        type="button"
        data-lk-part="more"
        onClick={() => setExpanded(!isExpanded)}
      >
        {isExpanded ? messages.showFewer : counted(messages.showMore, hidden, locale)}
      </button>
    ),
  };
}
