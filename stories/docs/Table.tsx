import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import './docs.css';

interface TableProps {
  /** Names the table. */
  caption: string;
  columns: readonly string[];
  /** The first cell of a row names it. */
  rows: readonly (readonly ReactNode[])[];
}

/** A table that scrolls by itself on a narrow screen, by keyboard too. */
export function WideTable({ 'aria-label': label = 'Table', ...props }: ComponentPropsWithoutRef<'table'>) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be within reach of the keyboard
    <div className="docs-table" role="group" aria-label={label} tabIndex={0}>
      <table {...props} />
    </div>
  );
}

/** A table of a documentation page. */
export function Table({ caption, columns, rows }: TableProps) {
  return (
    <WideTable aria-label={caption}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells], row) => (
          <tr key={row}>
            <th scope="row">{name}</th>
            {cells.map((cell, index) => (
              <td key={index}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
