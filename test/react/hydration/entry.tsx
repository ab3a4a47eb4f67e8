import { hydrateRoot } from 'react-dom/client';
import { createLicenseClient } from '../../../src/client/index.ts';
import { App } from './App.tsx';

const { cards, state } = JSON.parse(document.getElementById('data')?.textContent ?? '');
const root = document.getElementById('root');
if (root) {
  hydrateRoot(
    root,
    <App
      client={createLicenseClient({ baseUrl: '/api/truto', scope: 'tenant' })}
      cards={cards}
      state={state}
    />,
    { onRecoverableError: (error) => console.error('Recovered from', error) },
  );
}
