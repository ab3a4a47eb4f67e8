import type { ReactNode } from 'react';

/**
 * A button. While what it started is under way it does nothing, but it is not disabled: that would drop the focus of
 * whoever pressed it. A function, and no component: a long page has thousands.
 */
export const button = (words: ReactNode, onPress: () => unknown, isBusy?: boolean, isExpanded?: boolean) => (
  <button
    aria-expanded={isExpanded}
    type="button"
    data-lk-part="button"
    aria-disabled={isBusy || undefined}
    onClick={isBusy ? undefined : () => onPress()}
  >
    {words}
  </button>
);
