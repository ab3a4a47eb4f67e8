import { proxy } from '@/lib/truto';

export const GET = proxy;
