import {
  dehydrate,
  HydrationBoundary,
  QueryClient,
  QueryClientProvider,
  useQueryClient,
} from '@tanstack/react-query';
import { type ReactNode, Suspense, useState, useSyncExternalStore } from 'react';
import type { LicenseClient, LicenseParams } from '../../../src/client/index.ts';
import { LicenseCard, LicenseView } from '../../../src/components/index.ts';
import type { Vendor } from '../../../src/license/index.ts';
import { LicenseProvider, useSuspenseLicense } from '../../../src/react/index.ts';

export interface StreamedCard {
  params: LicenseParams;
  vendor: Vendor;
}

/** A page whose shell does not wait for its cards. */
export function StreamedPage({ client, cards }: { client: LicenseClient; cards: StreamedCard[] }): ReactNode {
  const [queryClient] = useState(() => new QueryClient());
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/entry.css" />
      </head>
      <body>
        <Json id="cards" text={toJson(cards)} />
        <main>
          <Hydrated />
          <QueryClientProvider client={queryClient}>
            <LicenseProvider client={client}>
              {cards.map(({ params, vendor }) => (
                <Suspense
                  key={params.licenseId}
                  fallback={<LicenseView licenseId={params.licenseId} vendor={vendor} />}
                >
                  <Received params={params} vendor={vendor} />
                </Suspense>
              ))}
            </LicenseProvider>
          </QueryClientProvider>
        </main>
        <footer>Beneath the cards</footer>
      </body>
    </html>
  );
}

/** Marks a hydrated shell. A leaf: an update above a card that is still on its way would have React render it anew. */
function Hydrated() {
  const isHydrated = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  return <span data-hydrated={isHydrated} />;
}

/** In the browser: takes what the server fetched for this card from the HTML that came with it. */
function Received(card: StreamedCard) {
  const [handedOver] = useState(() =>
    typeof document === 'undefined' ? null : document.getElementById(dataId(card))?.textContent,
  );
  return (
    <HydrationBoundary state={handedOver ? JSON.parse(handedOver) : undefined}>
      <Awaited {...card} handedOver={handedOver} />
    </HydrationBoundary>
  );
}

/** On the server: waits for the license, and hands it over beside the card. */
function Awaited({ handedOver, ...card }: StreamedCard & { handedOver: string | null | undefined }) {
  const queryClient = useQueryClient();
  useSuspenseLicense(card.params);
  const [data] = useState(
    () =>
      handedOver ??
      toJson(
        dehydrate(queryClient, {
          shouldDehydrateQuery: ({ state, queryKey }) =>
            state.status === 'success' && JSON.stringify(queryKey).includes(card.params.licenseId),
        }),
      ),
  );
  return (
    <>
      <Json id={dataId(card)} text={data} />
      <LicenseCard {...card.params} vendor={card.vendor} />
    </>
  );
}

/** Text that the page reads, none that it draws: a child would come out with its quotes escaped. See `toJson` below. */
function Json({ id, text }: { id: string; text: string }) {
  return <script id={id} type="application/json" dangerouslySetInnerHTML={{ __html: text }} />;
}

/** JSON that ends no script element. */
function toJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function dataId({ params }: StreamedCard): string {
  return `data-${params.licenseId}`;
}
