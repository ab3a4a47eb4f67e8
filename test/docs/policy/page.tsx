import { createRoot } from 'react-dom/client';
import { createLicenseClient } from '../../../src/client/index.ts';
import { LicenseCard, LicenseProvider } from '../../../src/index.ts';
import '../../../src/styles/styles.css';

const client = createLicenseClient({ baseUrl: '/api/truto' });
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <LicenseProvider client={client}>
      <LicenseCard licenseId="100Xa0000000AbCIAU" vendor="salesforce" redact={['Name']} />
    </LicenseProvider>,
  );
}
