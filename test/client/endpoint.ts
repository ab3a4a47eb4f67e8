import { createLicenseClient, type LicenseClientOptions } from '../../src/client/index.ts';
import { createSandbox } from '../../src/sandbox/index.ts';

/** A license of the embedded endpoint, with the parameters that ask for it. */
export interface Sample {
  readonly licenseId: string;
  readonly integratedAccountId: string;
  readonly organizations?: string;
}

/** The embedded endpoint, a client that asks it with the endpoint's own token, and every request that was sent. */
export function connect(options: Partial<LicenseClientOptions> = {}, limits = false) {
  const sandbox = createSandbox({ limits });
  const sent: Request[] = [];
  const client = createLicenseClient({
    baseUrl: 'https://host.example/api/truto',
    headers: { authorization: `Bearer ${sandbox.token}` },
    fetch: (input, init) => {
      const request = new Request(input, init);
      sent.push(request);
      return sandbox.fetch(new Request(request.url.replace('/api/truto', ''), request));
    },
    ...options,
  });
  const sample = (vendor: string, index = 0): Sample => {
    const account = sandbox.accounts.find((one) => one.vendor === vendor && one.status === 'active');
    const license = account?.licenses[index];
    if (!account || !license) throw new Error(`The sandbox has no license ${index} of ${vendor}`);
    const { id: licenseId, organizations } = license;
    return {
      licenseId,
      integratedAccountId: account.id,
      ...(organizations === undefined ? {} : { organizations }),
    };
  };
  return { sandbox, client, sent, sample };
}

/** What a promise rejects with; fails where it does not. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  const outcome = await promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ('error' in outcome) return outcome.error;
  throw new Error(`Expected a rejection, got ${JSON.stringify(outcome.value)}`);
}

/** Everything that can be seen of a value: properties, hidden ones too, causes, stacks. */
export function dump(value: unknown, seen = new Set<unknown>()): string {
  const isOpen = (typeof value === 'object' && value !== null) || typeof value === 'function';
  if (!isOpen || seen.has(value)) return String(value);
  if (value instanceof Map || value instanceof Set) return dump([...value], seen);
  seen.add(value);
  return Reflect.ownKeys(value)
    .map((key) => `${String(key)}: ${dump(Reflect.get(value, key), seen)}`)
    .join('\n');
}
