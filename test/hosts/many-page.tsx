import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import * as firstClient from '../../src/client/index.ts';
import * as firstKit from '../../src/index.ts';
import { createSandbox } from '../../src/sandbox/index.ts';
import * as secondClient from '../../src/client/index.ts?second';
import * as secondKit from '../../src/index.ts?second';
import '../../src/styles/styles.css';

const account = createSandbox().accounts.find(({ label }) => label === 'Webex');
const [license] = account?.licenses ?? [];
const params = { licenseId: license?.id ?? '', integratedAccountId: account?.id ?? '' };

/** A tenant with an endpoint of its own, where the same license has another name. */
function tenant(name: string, client: typeof firstClient) {
  const sandbox = createSandbox({ limits: false });
  let asked = 0;
  return client.createLicenseClient({
    baseUrl: 'https://api.truto.invalid',
    scope: name,
    getToken: async () => sandbox.token,
    fetch: async (input, init) => {
      asked += 1;
      document.body.dataset[name] = String(asked);
      const answer = await (await sandbox.fetch(input, init)).json();
      return Response.json({ ...answer, name: `License of ${name}` });
    },
  });
}

const clients = {
  north: tenant('north', firstClient),
  south: tenant('south', secondClient),
  east: tenant('east', firstClient),
};
const shared = new QueryClient();
const notFound = new firstClient.LicenseError({ code: 'not_found' });
document.body.dataset['areOneKit'] = String(firstKit.LicenseCard === (secondKit.LicenseCard as unknown));
document.body.dataset['isLicenseError'] = String(secondClient.isLicenseError(notFound));

const root = (id: string) => createRoot(document.getElementById(id) ?? document.body);
root('one').render(
  <QueryClientProvider client={shared}>
    <firstKit.LicenseProvider client={clients.north}>
      <firstKit.LicenseCard {...params} className="north" />
      <firstKit.LicenseCard {...params} className="north-again" />
    </firstKit.LicenseProvider>
    <secondKit.LicenseProvider
      client={clients.south}
      locale="de"
      dir="rtl"
      messages={{ freshness: { refresh: 'Aktualisieren' } }}
    >
      <secondKit.LicenseCard {...params} className="south" />
      <secondKit.LicenseView error={notFound} className="from-another-copy" />
    </secondKit.LicenseProvider>
  </QueryClientProvider>,
);
root('two').render(
  <firstKit.LicenseProvider client={clients.east} locale="fr">
    <firstKit.LicenseCard {...params} className="east" />
    <firstKit.LicenseProvider client={clients.north} locale="ja">
      <firstKit.LicenseCard {...params} className="north-elsewhere" />
    </firstKit.LicenseProvider>
  </firstKit.LicenseProvider>,
);
