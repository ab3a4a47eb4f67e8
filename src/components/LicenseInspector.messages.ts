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
  /** It did not come. */
  readonly failed: string;
  readonly retry: string;
  /** It came, and nothing is in it. */
  readonly empty: string;
}

export const inspectorMessages: InspectorMessages = {
  label: 'Representation',
  unified: 'Unified',
  raw: 'Raw',
  loading: 'Loading the vendor’s data…',
  failed: 'Couldn’t load the vendor’s data.',
  retry: 'Try again',
  empty: 'The vendor sent no data.',
};
