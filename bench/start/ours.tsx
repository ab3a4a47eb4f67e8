import '../../src/styles/styles.css';
import { createRoot } from 'react-dom/client';
import { createLicenseClient } from '../../src/client/index.ts';
import { LicenseCard, LicenseProvider } from '../../src/index.ts';
import { account, licenseId } from './license.ts';

/** The kit: checked, cached, retried, with both tabs. */
const root = document.querySelector('#root');
if (root) {
  createRoot(root).render(
    <LicenseProvider client={createLicenseClient({ baseUrl: '/api' })}>
      <LicenseCard licenseId={licenseId} integratedAccountId={account} vendor="salesforce" />
    </LicenseProvider>,
  );
}
