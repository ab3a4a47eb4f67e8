import { LicenseError } from './error.ts';

/** How far a body has arrived: decoded bytes, and how many there will be where the server says so. */
export interface Progress {
  readonly bytes: number;
  readonly total?: number;
}

/** Reads a body as UTF-8 text, and no more of it than `maxBytes`. */
export async function readBody(
  response: Response,
  {
    maxBytes,
    signal,
    onProgress,
  }: {
    maxBytes: number;
    signal: AbortSignal;
    onProgress?: ((progress: Progress) => void) | undefined;
  },
): Promise<{ text: string; bytes: number }> {
  // The length of a compressed body says nothing about what is read here.
  const length = response.headers.has('content-encoding') ? null : response.headers.get('content-length');
  const total = length ? { total: Number(length) } : {};
  const reader = response.body?.getReader();
  const stop = (): void => void reader?.cancel().catch(() => {});
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  signal.addEventListener('abort', stop, { once: true });
  try {
    for (;;) {
      const chunk = Number(length) > maxBytes ? undefined : await reader?.read();
      bytes += chunk?.value?.byteLength ?? 0;
      if (Number(length) > maxBytes || bytes > maxBytes) {
        throw new LicenseError(
          { code: 'malformed', status: response.status },
          `The answer is larger than maxBytes (${maxBytes})`,
        );
      }
      if (!chunk || chunk.done) return { text: text + decoder.decode(), bytes };
      text += decoder.decode(chunk.value, { stream: true });
      onProgress?.({ bytes, ...total });
    }
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}
