import type { Deadline } from './deadline.ts';
import { malformed, Refusal } from './refusal.ts';

/** How a body ended: after how many bytes, and why, unless it was complete. */
export interface BodyEnd {
  readonly bytes: number;
  readonly failure?: Refusal;
}

/**
 * Passes a body on: a chunk whenever one is asked for, none kept, never more than `maxBytes` of them, decoded. It errors
 * where the body is too large, breaks off or the deadline passes, and stops Truto where the reader leaves.
 */
export function relay(
  body: ReadableStream<Uint8Array>,
  {
    maxBytes,
    deadline,
    onEnd = () => {},
  }: { maxBytes: number; deadline: Deadline; onEnd?: ((end: BodyEnd) => void) | undefined },
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let bytes = 0;
  let isOver = false;

  function end(failure?: Refusal): void {
    if (isOver) return;
    isOver = true;
    if (failure) reader.cancel(failure).catch(() => {});
    onEnd(failure ? { bytes, failure } : { bytes });
  }

  return new ReadableStream(
    {
      start(controller) {
        deadline.onFailure((failure) => {
          if (isOver) return;
          controller.error(failure);
          end(failure);
        });
      },
      async pull(controller) {
        const chunk = await reader.read().catch(() => undefined);
        if (isOver) return;
        if (chunk?.done) {
          controller.close();
          end();
        } else if (chunk && bytes + chunk.value.byteLength <= maxBytes) {
          bytes += chunk.value.byteLength;
          controller.enqueue(chunk.value);
        } else {
          // What the runtime says of a broken connection may name addresses.
          const failure = chunk ? tooLarge(maxBytes) : new Refusal(502, 'Truto broke off its answer.');
          controller.error(failure);
          end(failure);
        }
      },
      cancel() {
        end(new Refusal(499, 'The browser left.'));
      },
    },
    { highWaterMark: 0 },
  );
}

export function tooLarge(maxBytes: number): Refusal {
  return malformed(`The answer of Truto is larger than maxBytes (${maxBytes}).`);
}
