import type { VendorRequest, VendorResponse } from './connectors/connector.ts';
import { objectText, propertiesOf, type Property, readJson } from './json-text.ts';
import type { Mapped } from './mapping.ts';
import type { LicenseQuery, ResponseFormat } from './parameters.ts';
import { json, type Reply, textOf } from './reply.ts';

/** One answered vendor call, from which every response format is made. */
interface Exchange {
  readonly query: LicenseQuery;
  readonly request: VendorRequest;
  readonly answer: VendorResponse;
  /** Maps the vendor's body to the unified license. */
  readonly map: (body: unknown) => Promise<Mapped>;
}

/**
 * The response formats, and how much of each Truto publishes:
 *
 * - `unified`: the license itself and `remote_data` beside it. Documented.
 * - `raw`: the vendor's own bytes, content type and headers. Documented is that the response is unprocessed; that it is
 *   the body alone, without an envelope, is a reading.
 * - `normalized`: the mapping's result alone, without `remote_data`. A reading: documented is one sentence, that the
 *   unified mapping is applied, then the data is returned in a normalized form.
 * - `stream`: as `raw`, each piece sent as it arrives. A reading: documented is the purpose, large data, files, binary.
 * - `debug`: an envelope of the unified license and of the vendor's call. Documented for another resource than licenses;
 *   that the credential in it is redacted is our choice.
 */
export const formats: Readonly<Record<ResponseFormat, (exchange: Exchange) => Promise<Reply> | Reply>> = {
  async unified(exchange) {
    return json(await unifiedText(exchange, await textOf(exchange.answer.body)));
  },
  async raw({ answer }) {
    return { ...answer, body: await textOf(answer.body) };
  },
  async normalized(exchange) {
    const { value } = readJson(await textOf(exchange.answer.body));
    return json(objectText(await fieldsOf(exchange, value)));
  },
  stream({ answer }) {
    const { body } = answer;
    return { ...answer, body: typeof body === 'string' ? () => [body] : body };
  },
  async debug(exchange) {
    const { request, answer } = exchange;
    const text = await textOf(answer.body);
    const debug = objectText([
      ...propertiesOf({
        requestUrl: request.url,
        requestOptions: { method: request.method, headers: redacted(request.headers) },
        responseHeaders: answer.headers,
      }),
      ['data', readJson(text).json],
    ]);
    return json(
      objectText([
        ['result', await unifiedText(exchange, text)],
        ['debug', debug],
      ]),
    );
  },
};

/** The vendor's credential never leaves, not even in `debug`. */
function redacted(headers: Readonly<Record<string, string>>): Record<string, string> {
  return { ...headers, authorization: 'Bearer [redacted]' };
}

async function unifiedText(exchange: Exchange, text: string): Promise<string> {
  const { ignoreRemoteData, excludeFields } = exchange.query;
  const body = readJson(text);
  const fields = await fieldsOf(exchange, body.value);
  if (!ignoreRemoteData && !excludeFields.has('remote_data')) fields.push(['remote_data', body.json]);
  return objectText(fields);
}

async function fieldsOf({ query, map }: Exchange, body: unknown): Promise<Property[]> {
  const fields = propertiesOf(await map(body));
  return fields.filter(([name]) => name !== 'remote_data' && !query.excludeFields.has(name));
}
