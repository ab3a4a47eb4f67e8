import type { InspectorMessages } from './LicenseInspector.messages.ts';

/** What is said before the code of the raw side is there; the rest comes with it. */
export const tabMessages = {
  label: 'Representation',
  unified: 'Unified',
  raw: 'Raw',
  loading: 'Loading the vendor’s data…',
  unavailable: 'Couldn’t load this view. Reload the page.',
} satisfies Partial<InspectorMessages>;
