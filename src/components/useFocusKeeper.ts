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
    // Of a shadow root or a frame, the page's own document does not say what in it has the focus.
    const root = gone?.getRootNode() as Document | ShadowRoot | undefined;
    if (gone?.contains(root?.activeElement ?? null)) {
      gone
        .closest<HTMLElement>('[role="tabpanel"], [data-lk-part="license"]')
        ?.focus({ preventScroll: true });
    }
    last.current = node;
  }, []);
}
