'use client';
import { useCallback, useRef } from 'react';

/**
 * A ref for content that may go away while it has the focus, as an error does when trying again succeeds: the focus
 * moves to the panel or the card around it.
 */
export function useFocusKeeper() {
  const last = useRef<HTMLElement | null>(null);
  return useCallback((node: HTMLElement | null) => {
    const gone = node ? null : last.current;
    if (gone?.contains(document.activeElement)) {
      gone
        .closest<HTMLElement>('[role="tabpanel"], [data-lk-part="license"]')
        ?.focus({ preventScroll: true });
    }
    last.current = node;
  }, []);
}
