import type { FaultKind } from '../../src/sandbox/index.ts';
import { faultFacts, type Outcome } from './faults.ts';
import { Table } from './Table.tsx';

function said(outcome: Outcome) {
  if (outcome === 'license') return 'the license';
  if (outcome === 'issues') return 'the license, with issues';
  return <code>{outcome}</code>;
}

/** Every fault of the sandbox and what comes of it, from the facts that the checks prove. */
export function FaultTable() {
  return (
    <Table
      caption="Faults of the sandbox"
      columns={['kind', 'What happens', 'Behind the proxy', 'Without a proxy']}
      rows={(Object.keys(faultFacts) as FaultKind[]).map((kind) => [
        <code key={kind}>{kind}</code>,
        faultFacts[kind].what,
        said(faultFacts[kind].behindProxy),
        said(faultFacts[kind].direct),
      ])}
    />
  );
}
