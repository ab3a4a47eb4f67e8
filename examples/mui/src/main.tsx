import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LicenseProvider } from 'truto-license-kit';
import 'truto-license-kit/styles.css';
import 'truto-license-kit/themes/mui.css';
import { client } from './client.ts';
import { Dashboard } from './Dashboard.tsx';
import { theme } from './theme.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');

createRoot(root).render(
  <StrictMode>
    <ThemeProvider theme={theme}>
      <CssBaseline />
      <LicenseProvider client={client}>
        <Dashboard />
      </LicenseProvider>
    </ThemeProvider>
  </StrictMode>,
);
