import { proxy } from '../truto.server';
import type { Route } from './+types/truto';

export const loader = ({ request }: Route.LoaderArgs) => proxy(request);
