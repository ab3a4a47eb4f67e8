import { Fragment, type ReactNode } from 'react';

/** A row without a value is left out, unless something stands for what is missing. */
type DetailsRow = readonly [term: string, value: ReactNode, missing?: string | false | undefined];

/** Terms and what they say. A function, and no component: a long page has hundreds. */
export const detailsList = (rows: readonly DetailsRow[]) => (
  <dl data-lk-part="details-list">
    {rows.map(([term, value, missing]) =>
      value || missing ? (
        <Fragment key={term}>
          <dt data-lk-part="term">{term}</dt>
          <dd data-unknown={value ? undefined : ''} data-lk-part="value">
            {value || missing}
          </dd>
        </Fragment>
      ) : null,
    )}
  </dl>
);
