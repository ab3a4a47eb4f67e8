import { LicenseError } from './error.ts';

/** How far a body has arrived: decoded bytes, and how many there will be where the server says so. */
export interface Progress {
  readonly bytes: number;
  readonly total?: number | undefined;
}

/** Reads a body as UTF-8 text, and no more of it than `maxBytes`. */
export async function readBody(
  { headers, body, status }: Response,
  maxBytes: number,
  signal: AbortSignal,
  onProgress?: (progress: Progress) => void,
): Promise<{ text: string; bytes: number }> {
  // The length of a compressed body says nothing about what is read here.
  const length = headers.has('content-encoding') ? 0 : Number(headers.get('content-length'));
  const total = length || undefined;
  const reader = body?.getReader();
  const stop = (): void => void reader?.cancel().catch(() => {});
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  signal.addEventListener('abort', stop);
  try {
    for (;;) {
      const chunk = length > maxBytes ? undefined : await reader?.read();
      bytes += chunk?.value?.byteLength ?? 0;
      if (Math.max(bytes, length) > maxBytes) {
        throw new LicenseError({ code: 'malformed', status }, `The body is over maxBytes, ${maxBytes}`);
      }
      if (!chunk?.value) return { text: text + decoder.decode(), bytes };
      text += decoder.decode(chunk.value, { stream: true });
      onProgress?.({ bytes, total });
    }
  } finally {
    stop();
  }
}
