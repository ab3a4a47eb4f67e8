import { Table } from './Table.tsx';
import { defaultOf, readersOf, type Token, tokenUses } from './tokens.ts';

const stylesheets = import.meta.glob<string>('../../src/**/*.css', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const tokens = Object.keys(tokenUses) as Token[];

/** Every token, with its default as it stands in the stylesheet. */
export function TokenTable() {
  return (
    <Table
      caption="Tokens"
      columns={['Token', 'Use', 'Default', 'Read by']}
      rows={tokens.map((token) => [
        <code key={token} style={{ whiteSpace: 'nowrap' }}>
          {token}
        </code>,
        tokenUses[token],
        <code key="default">{defaultOf(token, stylesheets)}</code>,
        readersOf(token, stylesheets).join(', '),
      ])}
    />
  );
}
