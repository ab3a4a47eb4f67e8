import { STATUS_CODES } from './status.ts';

/** Why the proxy answers by itself instead of handing on what Truto said. Its message is for the browser to read. */
export class Refusal extends Error {
  readonly status: number;
  readonly #headers: HeadersInit;

  constructor(status: number, message: string, headers: HeadersInit = {}) {
    super(message);
    // What errors a body that nobody waits for: servers know the name and log nothing.
    this.name = status === 499 ? 'AbortError' : 'Refusal';
    this.status = status;
    this.#headers = headers;
  }

  /** The refusal in the shape of Truto's errors. */
  toResponse(): Response {
    const { status, message } = this;
    const body = { statusCode: status, error: STATUS_CODES[status], message };
    return Response.json(body, { status, headers: this.#headers });
  }
}
