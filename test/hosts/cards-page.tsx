import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createLicenseClient } from '../../src/client/index.ts';
import { LicenseCard, LicenseProvider } from '../../src/index.ts';
import '../../src/styles/styles.css';

const root = document.getElementById('root');
const client = createLicenseClient({ baseUrl: '/api/truto' });
if (root) {
  createRoot(root).render(
    <StrictMode>
      <LicenseProvider client={client}>
        {JSON.parse(root.dataset['cards'] ?? '[]').map((props: { licenseId: string }) => (
          <LicenseCard key={props.licenseId} {...props} maxRoles={2} maxProducts={2} />
        ))}
      </LicenseProvider>
    </StrictMode>,
  );
}
