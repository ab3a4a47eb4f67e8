/** A text body: whole, or produced piece by piece each time it is asked for. */
export type TextBody = string | (() => Iterable<string> | AsyncIterable<string>);

/** What the endpoint answers, before a transport carries it: `fetch` in this process, or an HTTP server. */
export interface Reply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Null where there is none: a preflight, an empty body. */
  readonly body: TextBody | null;
}

/** 200 with a JSON body. */
export function json(text: string): Reply {
  return { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: text };
}

/** The whole text of a body. */
export async function textOf(body: TextBody | null): Promise<string> {
  if (body === null || typeof body === 'string') return body ?? '';
  let text = '';
  for await (const piece of body()) text += piece;
  return text;
}

/** The reply as the Fetch standard has it. A body in pieces asks for the next only when its reader does. */
export function toResponse(
  { status, headers, body }: Reply,
  asked: { readonly signal: AbortSignal },
): Response {
  if (body === null) return new Response(null, { status, headers });
  if (typeof body !== 'string') return new Response(streamOf(body(), asked), { status, headers });
  const bytes = new TextEncoder().encode(body);
  return new Response(bytes, { status, headers: { ...headers, 'content-length': String(bytes.length) } });
}

function streamOf(
  pieces: Iterable<string> | AsyncIterable<string>,
  asked: { readonly signal: AbortSignal },
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator =
    Symbol.asyncIterator in pieces ? pieces[Symbol.asyncIterator]() : pieces[Symbol.iterator]();
  return new ReadableStream(
    {
      async pull(controller) {
        asked.signal.throwIfAborted();
        const { done, value } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      cancel() {
        // Not awaited: a generator that waits for its next piece would never answer.
        void iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
