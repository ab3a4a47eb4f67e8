import type { ReactNode } from 'react';

/**
 * A button. While what it started is under way it does nothing, but it is not disabled: that would drop the focus of
 * whoever pressed it. A function, like {@link glyph}.
 */
export const button = (words: ReactNode, onPress: () => unknown, isBusy?: boolean, isExpanded?: boolean) => (
  <button
    type="button"
    data-lk-part="button"
    aria-disabled={isBusy || undefined}
    aria-expanded={isExpanded}
    onClick={isBusy ? undefined : () => onPress()}
  >
    {words}
  </button>
);
