/**
 * Own texts in place of the English ones, as few or as many as wanted; what is left out stays English.
 *
 * Open, and empty here: each component adds the slice with its own texts beside its English defaults, so that a badge
 * does not carry the texts of a card.
 *
 * @example
 * declare module '../react/messages.ts' {
 *   interface LicenseMessages {
 *     readonly seats?: PartialMessages<SeatMessages> | undefined;
 *   }
 * }
 */
export interface LicenseMessages {}
