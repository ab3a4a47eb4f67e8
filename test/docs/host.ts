/** What samples take for granted: a host's own names, stylesheets, and the few libraries that are not installed here. */
export const host = /* ts */ `
declare module '*.css' {}

/** The host's own login. */
interface User {
  readonly id: string;
  readonly tenantId: string;
  readonly trutoAccountId: string;
  readonly trutoAccountIds: readonly string[];
}
declare function currentUser(request: Request): Promise<User | undefined>;
declare function currentSession(): Promise<User>;
declare const authorize: import('truto-license-kit/server').LicenseProxyOptions['authorize'];
declare const tenant: { readonly id: string };
declare function ErrorBoundary(
  props: Record<'fallback' | 'children', import('react').ReactNode>,
): import('react').ReactNode;

/** Files of the host's own, which a page shows beside the sample that imports them. */
declare module '@/license-proxy' {
  export function proxy(request: Request): Promise<Response>;
}
declare module '@/prefetched-card' {
  export function PrefetchedCard(
    props: Record<'licenseId' | 'scope', string>,
  ): Promise<import('react').ReactNode>;
}
declare module '@/providers' {
  export function Providers(props: {
    scope: string;
    children: import('react').ReactNode;
  }): import('react').ReactNode;
}
declare module '@/license-sandbox' {
  export function connectSandbox(): {
    sandbox: import('truto-license-kit/sandbox').Sandbox;
    proxy: (request: Request) => Promise<Response>;
    client: import('truto-license-kit/client').LicenseClient;
  };
}

declare module '@hono/node-server' {
  import type { IncomingMessage, ServerResponse } from 'node:http';
  export function getRequestListener(
    handler: (request: Request) => Promise<Response>,
  ): (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;
}
declare module 'express' {
  import type { IncomingMessage, ServerResponse } from 'node:http';
  type Handler = (request: IncomingMessage & { user?: User }, response: ServerResponse) => unknown;
  export default function express(): { use(path: string, handler: Handler): void };
}
declare module 'lru-cache' {
  export class LRUCache<Key, Value> {
    constructor(options: { max: number; ttl?: number });
    get(key: Key): Value | undefined;
    set(key: Key, value: Value): this;
  }
}
declare module 'pino' {
  type Log = (fields: object, message: string) => void;
  export default function pino(): Record<'info' | 'warn' | 'error', Log>;
}
declare module 'rate-limiter-flexible' {
  export class RateLimiterRes { readonly msBeforeNext: number }
  export class RateLimiterMemory {
    constructor(options: { points: number; duration: number });
    consume(key: string): Promise<RateLimiterRes>;
  }
}
declare module 'msw' {
  type Handler = { readonly handler: unique symbol };
  export const http: {
    get(path: string, resolver: (info: { request: Request }) => Response | Promise<Response>): Handler;
  };
}
declare module 'msw/node' {
  export function setupServer(...handlers: import('msw').Handler[]): { listen(): void; close(): void };
}
declare module 'next/headers' {
  export function headers(): Promise<Headers>;
}
declare module 'react-router' {
  export interface LoaderFunctionArgs { readonly request: Request; readonly params: Record<string, string | undefined> }
  export function useLoaderData<Loader extends (...args: never[]) => unknown>(): Awaited<ReturnType<Loader>>;
}
`;
