import { createLicenseClient, LicenseError, type LicenseErrorCode } from '../../src/client/index.ts';
import { stateMessages } from '../../src/components/License.messages.ts';
import { licenseQueryOptions } from '../../src/query/index.ts';
import { errorFacts } from './errors.ts';
import { Table } from './Table.tsx';

const { retry } = licenseQueryOptions(createLicenseClient({ baseUrl: '/api/truto' }), { licenseId: '1' });

/** What the query options themselves say of asking again. */
function again(code: LicenseErrorCode): string {
  const failures = [0, 1, 2, 3].findIndex((count) => !retry(count, new LicenseError({ code })));
  const own = failures > 0 ? `${failures} times more, each later than the last.` : 'No.';
  return [own, errorFacts[code].retryNote].filter(Boolean).join(' ');
}

/** Every error code, from the facts that the checks prove, the card's own texts and the query options. */
export function ErrorTable() {
  return (
    <Table
      caption="Error codes"
      columns={['Code', 'What happened', 'Asked again by itself', 'What the person reads', 'What to do']}
      rows={(Object.keys(errorFacts) as LicenseErrorCode[]).map((code) => [
        <code key={code}>{code}</code>,
        errorFacts[code].cause,
        again(code),
        stateMessages.errors[code].replace('{vendor}', stateMessages.vendor),
        errorFacts[code].remedy,
      ])}
    />
  );
}
