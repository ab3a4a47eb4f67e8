import type { TreeMessages } from './messages.ts';

/** Copies to the clipboard, and says what came of it. */
export async function copy(
  text: string,
  say: (status: string) => void,
  { copied, copyFailed }: TreeMessages,
): Promise<void> {
  // Emptied first, so that a second copy is announced like the first.
  say('');
  try {
    await navigator.clipboard.writeText(text);
    say(copied);
  } catch {
    say(copyFailed);
  }
}
