import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LicenseCard, LicenseProvider } from 'truto-license-kit';
import 'truto-license-kit/styles.css';
import { client } from './client.ts';
import './main.css';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');

createRoot(root).render(
  <StrictMode>
    <LicenseProvider client={client} messages={{ seats: { label: 'Seats taken' } }}>
      <LicenseCard licenseId="a0LXa0000001AaAIAU" vendor="salesforce" />
    </LicenseProvider>
  </StrictMode>,
);
