import type { VendorBody } from './connectors/connector.ts';

/** The whole text of a vendor's body. */
export async function textOf(body: VendorBody): Promise<string> {
  if (typeof body === 'string') return body;
  let text = '';
  for await (const piece of body()) text += piece;
  return text;
}

/** A body of bytes that asks for the next piece only when a reader does; it errors when `signal` aborts. */
export function streamOf(
  pieces: Iterable<string> | AsyncIterable<string>,
  signal?: AbortSignal,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator =
    Symbol.asyncIterator in pieces ? pieces[Symbol.asyncIterator]() : pieces[Symbol.iterator]();
  return new ReadableStream(
    {
      async pull(controller) {
        if (signal?.aborted) {
          controller.error(signal.reason);
          return;
        }
        const { done, value } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      async cancel() {
        await iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
