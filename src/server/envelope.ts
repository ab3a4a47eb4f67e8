import { STATUS_CODES } from './status.ts';

/** What Truto's errors carry, and the proxy lets through. Everything else (`requestOptions` among it) stays behind. */
const errorFields = [
  'statusCode',
  'error',
  'message',
  'truto_is_remote_error',
  'raw_response',
  'truto_error_insight',
] as const;

/** An error of the proxy's own, in the shape of Truto's. */
export function refusal(status: number, message: string, headers: HeadersInit = {}): Response {
  return Response.json({ statusCode: status, error: STATUS_CODES[status], message }, { status, headers });
}

/** Truto's error body without what is not for the browser; an envelope of our own where the body is none. */
export function errorBody(status: number, text: string): Record<string, unknown> {
  const body = parseObject(text);
  if (typeof body?.['statusCode'] !== 'number') {
    return { statusCode: status, error: STATUS_CODES[status], message: '' };
  }
  return Object.fromEntries(errorFields.flatMap((field) => (field in body ? [[field, body[field]]] : [])));
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? { ...body } : undefined;
  } catch {
    return undefined;
  }
}
