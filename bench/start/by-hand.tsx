import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import * as v from 'valibot';
import { StatefulBareCard } from '../cards/bare-page.tsx';
import { path } from './license.ts';

const text = v.nullish(v.string());
const count = v.nullish(v.number());
const schema = v.object({
  id: v.string(),
  name: text,
  description: text,
  status: text,
  assigned_quantity: count,
  available_quantity: count,
  is_paid: v.nullish(v.boolean()),
  unit_amount: count,
  currency: text,
  products: v.nullish(v.array(v.object({ id: text, name: text, status: text }))),
  roles: v.nullish(v.array(v.object({ id: text, name: text }))),
  created_at: text,
  updated_at: text,
});

/** What a careful team would write: TanStack Query, and Valibot for the body. */
function Page() {
  const { data } = useQuery({
    queryKey: ['license', path],
    queryFn: async ({ signal }) => {
      const response = await fetch(path, { signal });
      if (!response.ok) throw new Error(`The license could not be fetched: ${response.status}`);
      return v.parse(schema, await response.json());
    },
  });
  return data ? <StatefulBareCard license={data} /> : null;
}

const root = document.querySelector('#root');
if (root) {
  createRoot(root).render(
    <QueryClientProvider client={new QueryClient()}>
      <Page />
    </QueryClientProvider>,
  );
}
