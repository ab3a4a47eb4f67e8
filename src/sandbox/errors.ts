import type { FailureDetails, VendorFailure, VendorResponse } from './connectors/connector.ts';
import { objectText, propertiesOf, readJson } from './json-text.ts';
import type { Reply } from './reply.ts';

/** The names Truto puts into `error`, by status. */
const statusNames: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  409: 'Conflict',
  410: 'Gone',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Entity',
  423: 'Locked',
  425: 'Too Early',
  428: 'Precondition Required',
  429: 'Too Many Requests',
  431: 'Request Header Fields Too Large',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/** What is said where the failure is not the vendor's: status and shape are documented, the texts are ours. */
const messages: Readonly<Record<number, string>> = {
  401: 'Invalid or expired token',
  403: 'This token cannot access this endpoint',
  404: 'Not found',
  405: 'Sandbox accounts are read-only',
  429: 'Rate limit exceeded',
  500: 'Something went wrong',
  502: 'No clean response from the provider',
  503: 'This integrated account is blocked',
  504: 'The provider did not answer in time',
};

/** One key of `truto_error_insight`. */
interface Insight {
  readonly description: string;
  readonly value?: unknown;
}

/** What an error says beside its status and message. */
interface ErrorDetails {
  /** `truto_error_insight` */
  readonly insight?: Readonly<Record<string, Insight>>;
  /** The vendor's body as JSON: `raw_response`. There, the failure is the vendor's: `truto_is_remote_error`. */
  readonly rawResponse?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A failure that the caller is told of in Truto's envelope. */
export class SandboxError extends Error {
  readonly status: number;
  readonly details: ErrorDetails;

  constructor(
    status: number,
    message = messages[status] ?? statusNames[status] ?? '',
    details: ErrorDetails = {},
  ) {
    super(message);
    this.name = 'SandboxError';
    this.status = status;
    this.details = details;
  }

  toReply(): Reply {
    const { insight, rawResponse, headers } = this.details;
    const body = propertiesOf({
      statusCode: this.status,
      error: statusNames[this.status] ?? 'Error',
      message: this.message,
      ...(rawResponse !== undefined && { truto_is_remote_error: true }),
      ...(insight && { truto_error_insight: insight }),
    });
    if (rawResponse !== undefined) body.push(['raw_response', rawResponse]);
    return {
      status: this.status,
      headers: { ...headers, 'content-type': 'application/json; charset=utf-8' },
      body: objectText(body),
    };
  }
}

/** 400 that names the parameters left out. */
export function missingParameters(names: readonly string[]): SandboxError {
  return new SandboxError(400, `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} required`, {
    insight: {
      missing_required_query_parameters: {
        description: 'One or more required query parameters are missing.',
        value: names,
      },
    },
  });
}

/** Keys under which a vendor's text is looked for: those that Truto names, in an order of our own. */
const messageKeys = [
  'message',
  'msg',
  'errorMessage',
  'description',
  'detail',
  'summary',
  'error_description',
];

/**
 * A vendor's failure in Truto's envelope: its body as `raw_response`, its headers beside ours. `message` is empty
 * where the body has none of the well-known keys. Of an array, Salesforce's form, the first entry is looked at.
 *
 * @param text the vendor's body
 * @param read what the connector knows of its vendor's failures
 */
export function remoteError(
  { status, headers }: VendorResponse,
  text: string,
  read?: (failure: VendorFailure) => FailureDetails,
): SandboxError {
  const { value: body, json } = readJson(text);
  const message = wellKnownMessage(body);
  const details = read?.({ status, body, message }) ?? {};
  return new SandboxError(status, details.message ?? message, {
    rawResponse: json,
    headers: { ...headers, ...details.headers },
    insight: {
      ...(status === 429 && {
        rate_limit_error: { description: 'The provider rate-limited this request.' },
      }),
      ...(details.missingScopes && {
        forbidden_error: {
          description: 'The connection lacks scopes this resource needs.',
          value: { missing_scopes: details.missingScopes },
        },
      }),
      remote_error: { description: 'The request failed at the underlying provider.' },
    },
  });
}

function wellKnownMessage(body: unknown): string {
  const record: unknown = Array.isArray(body) ? body[0] : body;
  if (typeof record !== 'object' || record === null) return '';
  const values = new Map(Object.entries(record));
  for (const key of messageKeys) {
    const value: unknown = values.get(key);
    if (typeof value === 'string' && value !== '') return value;
  }
  return '';
}
