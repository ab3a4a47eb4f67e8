import type { LicenseErrorCode } from '../client/index.ts';
import { STATUS_CODES } from './status.ts';

interface Details {
  readonly headers?: HeadersInit;
  /** Told to the client, which takes a 502 for something that may pass. */
  readonly code?: LicenseErrorCode;
}

/** Why the proxy answers by itself instead of handing on what Truto said. Its message is for the browser to read. */
export class Refusal extends Error {
  readonly status: number;
  readonly #details: Details;

  constructor(status: number, message: string, details: Details = {}) {
    super(message);
    // What errors a body that nobody waits for: servers know the name and log nothing.
    this.name = status === 499 ? 'AbortError' : 'Refusal';
    this.status = status;
    this.#details = details;
  }

  /** The refusal in the shape of Truto's errors. */
  toResponse(): Response {
    const { status, message } = this;
    const { headers, code } = this.#details;
    const body = { statusCode: status, error: STATUS_CODES[status], message, code };
    return Response.json(body, { status, ...(headers && { headers }) });
  }
}

/** Truto answered, but with nothing that could be handed on: to ask again would bring the same. */
export function malformed(message: string): Refusal {
  return new Refusal(502, message, { code: 'malformed' });
}
