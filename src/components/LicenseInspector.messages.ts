import { tabMessages } from './InspectorTabs.messages.ts';

/** The texts of {@link LicenseInspector}. */
export interface InspectorMessages {
  /** Names the two tabs together. */
  readonly label: string;
  /** The tab with Truto's unified license. */
  readonly unified: string;
  /** The tab with the vendor's own body. */
  readonly raw: string;
  /** The vendor's body is on its way. */
  readonly loading: string;
  /** How much of it has arrived: `{bytes}` of `{total}`. */
  readonly progress: string;
  readonly cancel: string;
  /** Somebody canceled it. */
  readonly canceled: string;
  /** Starts anew after that. */
  readonly load: string;
  /** It did not come. */
  readonly failed: string;
  /** When it was fetched: `{when}`. */
  readonly fetched: string;
  /** It was fetched `{when}`, and is newer than the rest of the card. */
  readonly newer: string;
  /** It came, and nothing is in it. */
  readonly empty: string;
  /** The code of this view did not come. */
  readonly unavailable: string;
}

export const inspectorMessages: InspectorMessages = {
  ...tabMessages,
  progress: '{bytes} of {total}',
  cancel: 'Cancel',
  canceled: 'Canceled.',
  load: 'Load',
  failed: 'Couldn’t load the vendor’s data',
  fetched: 'Vendor’s data fetched {when}',
  newer: 'Vendor’s data fetched {when}, later than the card: what differs may have changed since.',
  empty: 'The vendor sent no data.',
};
