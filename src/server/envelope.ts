import type { FieldEditor } from './fields.ts';
import { STATUS_CODES } from './status.ts';

/** What Truto's errors carry beside their status, and the proxy lets through. All else (`requestOptions`) stays behind. */
const details = ['error', 'message', 'truto_is_remote_error', 'raw_response', 'truto_error_insight'] as const;

/** Where a request was sent and with which credential, as runtimes, gateways and vendors tell it in their error texts. */
const confidences = [
  /(?<=\b(?:Bearer|Basic) )[^\s"',;<>]{16,}/gi,
  /\b[a-z][a-z\d+.-]{0,15}:\/\/[^\s"'<>]+/gi,
  /\b(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?\b/g,
  /(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|[\da-f:]{0,40}::[\da-f:]{1,40}/gi,
  /(?<=\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT) )\S+/g,
];

export interface TrutoError {
  readonly status: number;
  readonly isRemote: boolean;
  /** JSON for the browser. */
  readonly text: string;
}

/**
 * Reads an error of Truto's for the browser: its documented fields, without secrets and addresses. Where the body is
 * no error of Truto's, as a gateway on the way sends, the fields are our own, and 5xx becomes 502: Truto's 503, a
 * blocked account, is not a gateway's 503.
 */
export function readError(
  status: number,
  body: string,
  secrets: readonly string[],
  editFields?: FieldEditor,
): TrutoError {
  const conceal = (text: string): string =>
    confidences.reduce(
      (rest, confidence) => rest.replace(confidence, '…'),
      secrets.reduce((rest, secret) => rest.replaceAll(secret, '…'), text),
    );
  try {
    const error: unknown = JSON.parse(editFields?.(body, 'error') ?? body, (_, value: unknown) => {
      if (typeof value === 'string') return conceal(value);
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [conceal(name), inner]));
    });
    if (typeof error === 'object' && error !== null && 'statusCode' in error) {
      const given = new Map(Object.entries(error));
      const kept = details.flatMap((name) => (given.has(name) ? [[name, given.get(name)]] : []));
      return {
        status,
        isRemote: given.get('truto_is_remote_error') === true,
        text: JSON.stringify({ statusCode: status, ...Object.fromEntries(kept) }),
      };
    }
  } catch {
    // No JSON, or nested deeper than the runtime can walk: nothing of it is needed.
  }
  const own = status < 500 || status === 504 ? status : 502;
  return {
    status: own,
    isRemote: false,
    text: JSON.stringify({ statusCode: own, error: STATUS_CODES[own] ?? 'Error', message: '' }),
  };
}
