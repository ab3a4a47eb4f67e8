import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { createLicenseClient } from '../../../src/client/index.ts';
import '../../../src/styles/styles.css';
import { StreamedPage } from './Streamed.tsx';

const client = createLicenseClient({ baseUrl: '/api/truto', scope: 'tenant' });
const cards = JSON.parse(document.getElementById('cards')?.textContent ?? '');

hydrateRoot(
  document,
  <StrictMode>
    <StreamedPage client={client} cards={cards} />
  </StrictMode>,
  { onRecoverableError: (error) => console.error('Recovered from', error) },
);
