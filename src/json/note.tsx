import type { ReactNode } from 'react';

/** What is said in place of a view. */
export const note = (text: string, role = 'status'): ReactNode => (
  <p role={role} data-lk-part="json-note">
    {text}
  </p>
);
