import { describe, expect, it } from 'vitest';
import { isLicenseError, type LicenseErrorCode } from '../../src/client/index.ts';
import type { FaultKind } from '../../src/sandbox/index.ts';
import { licenseOf } from '../../stories/accounts.ts';
import { errorFacts } from '../../stories/docs/errors.ts';
import { faultFacts, type Outcome } from '../../stories/docs/faults.ts';
import { clientFor, type Reach } from '../../stories/docs/reach.ts';

async function outcomeOf(reach: Reach, card: ReturnType<typeof licenseOf>): Promise<Outcome | 'unknown'> {
  try {
    const { issues } = await clientFor(reach).license(card);
    return issues.length > 0 ? 'issues' : 'license';
  } catch (error) {
    return isLicenseError(error) ? error.code : 'unknown';
  }
}

describe('the page on errors', () => {
  it.each(Object.keys(errorFacts) as LicenseErrorCode[])('has an example that ends in %s', async (code) => {
    const { reach, card } = errorFacts[code];
    expect(await outcomeOf(reach, card)).toBe(code);
  });
});

describe('the page on testing', () => {
  const kinds = Object.keys(faultFacts) as FaultKind[];
  const card = licenseOf('webex', 'Meetings suite');
  const reach = (kind: FaultKind): Reach => ({
    fault: { kind, latencyMs: 1 },
    ...(kind === 'stall' ? { timeoutMs: 200 } : {}),
  });

  it.each(kinds)('says what comes of %s behind the proxy', async (kind) => {
    expect(await outcomeOf(reach(kind), card)).toBe(faultFacts[kind].behindProxy);
  });

  it.each(kinds)('says what comes of %s without a proxy', async (kind) => {
    expect(await outcomeOf({ ...reach(kind), isDirect: true }, card)).toBe(faultFacts[kind].direct);
  });
});
