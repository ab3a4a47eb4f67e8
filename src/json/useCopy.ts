'use client';
import { useState } from 'react';
import type { TreeMessages } from './messages.ts';

/** Copies to the clipboard, and says in `status` what came of it. */
export function useCopy(messages: TreeMessages): {
  readonly status: string;
  readonly copy: (text: string) => Promise<void>;
} {
  const [status, setStatus] = useState('');
  return {
    status,
    copy: async (text) => {
      // Emptied first, so that a second copy is announced like the first.
      setStatus('');
      try {
        await navigator.clipboard.writeText(text);
        setStatus(messages.copied);
      } catch {
        setStatus(messages.copyFailed);
      }
    },
  };
}
