import type {
  Account,
  Connector,
  VendorQuery,
  VendorRequest,
  VendorResponse,
} from './connectors/connector.ts';
import { missingParameters, remoteError, SandboxError } from './errors.ts';
import { ConnectionLost, faultKinds } from './fault-kinds.ts';
import { Faults, type Fault } from './faults.ts';
import { formats } from './formats.ts';
import { RateLimit } from './limits.ts';
import { Mappings } from './mapping.ts';
import { type LicenseQuery, readParameters } from './parameters.ts';
import { json, type Reply, textOf } from './reply.ts';
import { accountIdIn, addressOf, decodeSegment, type EndpointRequest, preflight } from './request.ts';
import { type Bearer, Tokens } from './tokens.ts';

interface EndpointOptions {
  readonly connectors: readonly Connector[];
  readonly token: string;
  readonly now: () => number;
  readonly limits: boolean;
}

/** An account with the connector that speaks to its vendor. */
interface Connection {
  readonly connector: Connector;
  readonly account: Account;
}

const cors = { 'access-control-allow-origin': '*', 'access-control-expose-headers': '*' };

const licensePath = '/unified/user-directory/licenses/';

/** The API's routes, and what they remember: tokens, counted requests, and accounts that need a new connection. */
export class Endpoint {
  readonly #connections: ReadonlyMap<string, Connection>;
  readonly #tokens: Tokens;
  readonly #limits: { readonly token: RateLimit; readonly account: RateLimit } | undefined;
  readonly #faults = new Faults();
  readonly #mappings = new Mappings();
  /** The vendor's 401, by the account that has to be connected again. */
  readonly #unauthorized = new Map<Account, SandboxError>();

  constructor({ connectors, token, now, limits }: EndpointOptions) {
    this.#connections = new Map(
      connectors.flatMap((connector) =>
        connector.accounts.map((account) => [account.id, { connector, account }] as const),
      ),
    );
    this.#tokens = new Tokens(token, now);
    this.#limits = limits ? { token: new RateLimit(500, now), account: new RateLimit(50, now) } : undefined;
    for (const { account } of this.#connections.values()) {
      for (const fault of account.faults ?? []) this.#faults.add({ ...fault, account: account.id });
    }
  }

  statusOf(account: Account): 'active' | 'needs_reauth' | 'blocked' {
    return account.status ?? (this.#unauthorized.has(account) ? 'needs_reauth' : 'active');
  }

  /** Sets a fault and answers what removes it. */
  fault(fault: Fault): () => void {
    return this.#faults.add(fault);
  }

  /** @throws ConnectionLost, and the reason of an aborted request; every other failure is a reply */
  async reply(request: EndpointRequest): Promise<Reply> {
    const reply = await this.#route(request).catch((error: unknown) => {
      if (error instanceof SandboxError) return error.toReply();
      if (error instanceof ConnectionLost || request.signal.aborted) throw error;
      return new SandboxError(500, `The sandbox itself failed: ${reasonOf(error)}`).toReply();
    });
    return {
      ...reply,
      headers: { ...reply.headers, ...cors },
      body: request.method === 'HEAD' ? null : reply.body,
    };
  }

  async #route(request: EndpointRequest): Promise<Reply> {
    if (request.method === 'OPTIONS') return preflight(request);
    const { pathname, search } = addressOf(request);
    const bearer = this.#authenticate(request);
    if (pathname === '/integrated-account/token') return this.#mint(request, bearer);
    if (!pathname.startsWith('/unified/')) throw new SandboxError(404);
    if (!pathname.startsWith(licensePath)) {
      throw new SandboxError(404, 'Resource not supported for this integration');
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') throw new SandboxError(405);
    return this.#license(request, decodeSegment(pathname.slice(licensePath.length)), search, bearer);
  }

  #authenticate(request: EndpointRequest): Bearer {
    const bearer = this.#tokens.read(request.headers.get('authorization'));
    if (!bearer) throw new SandboxError(401);
    this.#limits?.token.count(bearer.kind === 'api' ? 'api' : bearer.accountId);
    return bearer;
  }

  async #mint(request: EndpointRequest, bearer: Bearer): Promise<Reply> {
    if (bearer.kind !== 'api') throw new SandboxError(403);
    if (request.method !== 'POST') throw new SandboxError(405, 'Use POST');
    const { account } = this.#connection(await accountIdIn(request));
    return json(JSON.stringify({ integrated_account_token: this.#tokens.mint(account.id) }));
  }

  #connection(id: string): Connection {
    const connection = this.#connections.get(id);
    if (!connection) throw accountNotFound();
    return connection;
  }

  async #license(
    request: EndpointRequest,
    licenseId: string,
    search: string,
    bearer: Bearer,
  ): Promise<Reply> {
    const query = readParameters(search);
    const accountId = accountOf(bearer, query.integratedAccountId);
    const { connector, account } = this.#connection(accountId);
    this.#limits?.account.count(account.id);
    if (account.status === 'blocked') throw new SandboxError(503);
    const missing = connector.required?.filter((name) => query[name] === undefined) ?? [];
    if (missing.length > 0) throw missingParameters(missing);

    let answer = () => this.#ask({ connector, account }, licenseId, query);
    for (const fault of this.#faults.take(account.id, licenseId).toReversed()) {
      const next = answer;
      answer = async () => faultKinds[fault.kind]({ fault, licenseId, signal: request.signal, answer: next });
    }
    return answer();
  }

  /** The vendor's answer in the format asked for. */
  async #ask({ connector, account }: Connection, licenseId: string, query: LicenseQuery): Promise<Reply> {
    const unauthorized = this.#unauthorized.get(account);
    if (unauthorized) throw unauthorized;
    const request = requestOf(connector, account, licenseId, query);
    const answer = await reach(connector, request);
    if (answer.status >= 400) {
      const error = remoteError(answer, await textOf(answer.body), connector.failure);
      if (answer.status === 401) this.#unauthorized.set(account, error);
      throw error;
    }
    return formats[query.format]({
      query,
      request,
      answer,
      map: (body) => this.#mappings.map(account.mapping ?? connector.mapping, body),
    });
  }
}

/** JSONata throws objects with a message that are no `Error`. */
function reasonOf(error: unknown): string {
  return String(typeof error === 'object' && error !== null && 'message' in error ? error.message : error);
}

/** A vendor that cannot be reached is 502. */
async function reach(connector: Connector, request: VendorRequest): Promise<VendorResponse> {
  try {
    return await connector.fetch(request);
  } catch {
    throw new SandboxError(502);
  }
}

const accountNotFound = () => new SandboxError(404, 'Integrated account not found');

/** An integrated-account token stands for its account and sees no other. */
function accountOf(bearer: Bearer, asked: string | undefined): string {
  if (bearer.kind === 'account') {
    if (asked !== undefined && asked !== bearer.accountId) throw accountNotFound();
    return bearer.accountId;
  }
  if (asked === undefined) throw new SandboxError(400, 'integrated_account_id is required');
  return asked;
}

function requestOf(
  { url }: Connector,
  { credential, origin }: Account,
  licenseId: string,
  query: VendorQuery,
): VendorRequest {
  const address = url(licenseId, query, origin);
  for (const name of new Set(query.remoteQuery.map(([one]) => one))) address.searchParams.delete(name);
  for (const [name, value] of query.remoteQuery) address.searchParams.append(name, value);
  return {
    method: 'GET',
    url: address.href,
    headers: { accept: 'application/json', authorization: `Bearer ${credential}` },
  };
}
