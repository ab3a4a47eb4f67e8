import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { License } from '../../src/license/index.ts';
import { StatefulBareCard } from '../cards/bare-page.tsx';
import { path } from './license.ts';

/** The floor: React and `fetch`, nothing checked, nothing cached. */
function Page() {
  const [license, setLicense] = useState<License>();
  useEffect(() => {
    const leaving = new AbortController();
    void fetch(path, { signal: leaving.signal })
      .then((response) => response.json())
      .then(setLicense);
    return () => leaving.abort();
  }, []);
  return license ? <StatefulBareCard license={license} /> : null;
}

const root = document.querySelector('#root');
if (root) createRoot(root).render(<Page />);
