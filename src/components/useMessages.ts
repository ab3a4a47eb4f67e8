'use client';
import { useLicenseSettings } from '../react/index.ts';
import { mergeMessages } from './message.ts';
import type { MessageSlices, PartialSlices } from './messages.ts';

/**
 * A component's texts: its own English, and in its place what the provider was given.
 *
 * @param slice the component's name in {@link LicenseMessages}
 * @param defaults the English texts that it needs, a constant of its module
 */
export function useMessages<Slice extends keyof MessageSlices, Key extends keyof MessageSlices[Slice]>(
  slice: Slice,
  defaults: Pick<MessageSlices[Slice], Key>,
): Pick<MessageSlices[Slice], Key> {
  const messages: PartialSlices | undefined = useLicenseSettings().messages;
  // Nothing to remember: most have no texts of their own, and a card is seldom drawn again.
  return mergeMessages(defaults, messages?.[slice]);
}
