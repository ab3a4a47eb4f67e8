import { createLicenseClient, type LicenseClient } from '../../src/client/index.ts';
import { createSandbox, type Fault } from '../../src/sandbox/index.ts';
import { createLicenseProxy, type LicenseDecision } from '../../src/server/index.ts';

/** How a request is made to go wrong. */
export interface Reach {
  /** A fault of the sandbox. */
  readonly fault?: Fault;
  /** What the host's own `authorize` answers, in place of the account that was asked for. */
  readonly decision?: () => LicenseDecision;
  /** The browser asks the endpoint itself, with no proxy between that would answer for it. */
  readonly isDirect?: boolean;
  readonly timeoutMs?: number;
}

/** A client in front of a sandbox of its own, whose requests go wrong as they are told. */
export function clientFor({ fault, decision, isDirect, timeoutMs }: Reach): LicenseClient {
  const sandbox = createSandbox({ limits: false });
  if (fault) sandbox.fault(fault);
  const proxy = createLicenseProxy({
    token: sandbox.token,
    fetch: sandbox.fetch,
    authorize: ({ integratedAccountId }) =>
      decision ? decision() : integratedAccountId ? { integratedAccountId } : null,
  });
  return createLicenseClient({
    baseUrl: isDirect ? 'https://api.truto.one' : 'https://dashboard.example/api/truto',
    scope: 'documentation',
    timeoutMs,
    ...(isDirect
      ? { fetch: sandbox.fetch, headers: { authorization: `Bearer ${sandbox.token}` } }
      : { fetch: (request) => proxy(new Request(request)) }),
  });
}
