import type { ResponseFormat } from '../client/index.ts';
import type { Deadline } from './deadline.ts';
import { readError } from './envelope.ts';
import type { Journal } from './event.ts';
import type { FieldEditor } from './fields.ts';
import { contentTypeOf, passHeaders } from './headers.ts';
import { malformed, Refusal } from './refusal.ts';
import { type BodyEnd, relay, tooLarge } from './relay.ts';

/** Errors are read whole, and no larger than this. */
const longestError = 256 * 1024;

export interface AnswerOptions {
  readonly format: ResponseFormat;
  readonly editFields: FieldEditor | undefined;
  readonly maxBytes: number;
  /** What may stand in no header and no error: the token, and where Truto is. */
  readonly secrets: readonly string[];
  readonly deadline: Deadline;
  readonly journal: Journal;
}

/**
 * Makes the browser's answer of Truto's.
 *
 * @throws Refusal where there is nothing to hand on
 */
export async function answer(upstream: Response, options: AnswerOptions): Promise<Response> {
  const { format, maxBytes, editFields, secrets, deadline, journal } = options;
  const { status, body } = upstream;
  journal.note({ upstreamStatus: status });
  const headers = passHeaders(upstream.headers, secrets);
  journal.requestId = headers.get('x-request-id') ?? journal.requestId;
  if (!upstream.ok) return failure(upstream, headers, options);

  if (!body) return whole(null, status, headers, options);
  headers.set('content-type', contentTypeOf(upstream.headers));
  // The length of a compressed body says nothing about what is read here.
  const length = upstream.headers.has('content-encoding') ? null : upstream.headers.get('content-length');
  if (Number(length) > maxBytes) {
    body.cancel().catch(() => {});
    throw tooLarge(maxBytes);
  }
  if (editFields) {
    const bytes = await new Response(relay(body, { maxBytes, deadline })).arrayBuffer();
    return whole(edit(bytes, format, editFields), status, headers, options);
  }
  const onEnd = (end: BodyEnd): void => {
    deadline.end();
    journal.end({ status, ...end });
  };
  return new Response(relay(body, { maxBytes, deadline, onEnd }), { status, headers });
}

/** An answer that is held already. */
function whole(
  text: string | null,
  status: number,
  headers: Headers,
  { deadline, journal }: AnswerOptions,
): Response {
  const body = text === null ? null : new TextEncoder().encode(text);
  deadline.end();
  journal.end({ status, bytes: body?.byteLength ?? 0 });
  return new Response(body, { status, headers });
}

function edit(body: ArrayBuffer, format: ResponseFormat, editFields: FieldEditor): string {
  try {
    return editFields(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body), format);
  } catch {
    throw malformed('The answer of Truto is no JSON, so no fields could be taken out of it.');
  }
}

async function failure(upstream: Response, headers: Headers, options: AnswerOptions): Promise<Response> {
  const { status, body } = upstream;
  if (status < 400) {
    body?.cancel().catch(() => {});
    throw malformed('Truto answered with a redirect, which is not followed.');
  }
  const { editFields, secrets, deadline } = options;
  const read = body && relay(body, { maxBytes: longestError, deadline });
  const text = await new Response(read).text().catch(() => '');
  if (deadline.failure) throw deadline.failure;
  const error = readError(status, text, secrets, editFields);
  if (error.status === 401 && !error.isRemote) {
    // The host's own token is at fault: nothing the person before the browser could sign in to.
    throw new Refusal(502, 'Truto refused the API token of this server.', { headers });
  }
  headers.set('content-type', 'application/json; charset=utf-8');
  return whole(error.text, error.status, headers, options);
}
