import type { TreeMessages } from './messages.ts';

/** Copies to the clipboard, and says what came of it. */
export async function copy(text: string, say: (status: string) => void, words: TreeMessages): Promise<void> {
  // Emptied first, so that a second copy is announced like the first.
  say('');
  try {
    await navigator.clipboard.writeText(text);
    say(words.copied);
  } catch {
    say(words.copyFailed);
  }
}
