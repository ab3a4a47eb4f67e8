import '../../src/styles/styles.css';
import './bare.css';
import { useState } from 'react';
import type { License } from '../../src/license/index.ts';
import { BareCard } from './bare.tsx';
import { fetchedAt, refresh } from './card.ts';

/** The floor, with the state that a second side takes. */
export function StatefulBareCard({ license }: { license: License }) {
  const [isRaw, setRaw] = useState(false);
  return (
    <BareCard
      license={license}
      fetchedAt={fetchedAt}
      onRefresh={refresh}
      isRaw={isRaw}
      onSide={setRaw}
      now="just now"
    />
  );
}
