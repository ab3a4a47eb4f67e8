import type { VendorRequest, VendorResponse } from './connectors/connector.ts';
import type { Mapped } from './mapping.ts';
import type { LicenseQuery, ResponseFormat } from './parameters.ts';
import { json, type Reply, textOf } from './reply.ts';

/** One answered vendor call, from which every response format is made. */
export interface Exchange {
  readonly query: LicenseQuery;
  readonly request: VendorRequest;
  readonly answer: VendorResponse;
  /** Maps the vendor's body, as JSON where it parses, to the unified license. */
  readonly map: (body: unknown) => Promise<Mapped>;
}

/**
 * The response formats. Truto publishes the wire form of `unified`, `raw` and `debug`; the other two are readings:
 *
 * - `normalized`: the mapping's result alone, without `remote_data`. Published is one sentence: the unified mapping is
 *   applied, then the data is returned in a normalized form.
 * - `stream`: the vendor's own bytes, content type and headers, each piece sent as it arrives. Published is the
 *   purpose: large data, files, binary.
 */
export const formats: Readonly<Record<ResponseFormat, (exchange: Exchange) => Promise<Reply> | Reply>> = {
  async unified(exchange) {
    return json(await unifiedText(exchange, await textOf(exchange.answer.body)));
  },
  async raw({ answer }) {
    return { ...answer, body: await textOf(answer.body) };
  },
  async normalized(exchange) {
    const { license } = await mapped(exchange, await textOf(exchange.answer.body));
    return json(JSON.stringify(license));
  },
  stream({ answer }) {
    const { body } = answer;
    return { ...answer, body: typeof body === 'string' ? () => [body] : body };
  },
  async debug(exchange) {
    const { request, answer } = exchange;
    const text = await textOf(answer.body);
    const { body } = parse(text);
    const debug = splice(
      {
        requestUrl: request.url,
        requestOptions: { method: request.method, headers: redacted(request.headers) },
        responseHeaders: answer.headers,
      },
      'data',
      body === undefined ? JSON.stringify(text) : text,
    );
    return json(`{"result":${await unifiedText(exchange, text)},"debug":${debug}}`);
  },
};

/** The vendor's credential never leaves, not even in `debug`. */
function redacted(headers: Readonly<Record<string, string>>): Record<string, string> {
  return { ...headers, authorization: 'Bearer [redacted]' };
}

async function unifiedText(exchange: Exchange, text: string): Promise<string> {
  const { query } = exchange;
  const { license, body } = await mapped(exchange, text);
  if (query.ignoreRemoteData || query.excludeFields.has('remote_data')) return JSON.stringify(license);
  return splice(license, 'remote_data', body === undefined ? JSON.stringify(text) : text);
}

async function mapped({ query, map }: Exchange, text: string) {
  const { body } = parse(text);
  const license = await map(body);
  const kept = Object.entries(license).filter(([field]) => !query.excludeFields.has(field));
  return { license: Object.fromEntries(kept), body };
}

/** JSON where it parses; JSON has no undefined, so undefined says that it does not. */
function parse(text: string): { body: unknown } {
  try {
    return { body: JSON.parse(text) };
  } catch {
    return { body: undefined };
  }
}

/** The object as JSON with one more property whose JSON is given as text, so that none of its digits is lost. */
function splice(object: Readonly<Record<string, unknown>>, name: string, value: string): string {
  const text = JSON.stringify(object);
  return `${text.slice(0, -1)}${text === '{}' ? '' : ','}${JSON.stringify(name)}:${value.trim()}}`;
}
