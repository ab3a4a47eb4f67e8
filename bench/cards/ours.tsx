import '../../src/styles/styles.css';
import { LicenseView } from '../../src/index.ts';
import type { License } from '../../src/license/index.ts';

const load = () => Promise.reject(new Error('no Raw tab is opened here'));

/** The kit's card, with both tabs. */
export function OurCard({ license }: { license: License }) {
  return <LicenseView license={license} vendor="webex" loadRemoteData={load} />;
}
