import { proxy } from '../../../../../mount.ts';

export const dynamic = 'force-dynamic';
export const GET = proxy;
