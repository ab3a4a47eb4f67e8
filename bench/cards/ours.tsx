import '../../src/styles/styles.css';
import { LicenseView } from '../../src/index.ts';
import type { License } from '../../src/license/index.ts';
import { fetchedAt, refresh } from './card.ts';

const load = () => new Promise<never>(() => {});

/** The kit's card, with both tabs. */
export function OurCard({ license }: { license: License }) {
  return (
    <LicenseView
      license={license}
      vendor="webex"
      loadRemoteData={load}
      fetchedAt={fetchedAt}
      onRefresh={refresh}
    />
  );
}
