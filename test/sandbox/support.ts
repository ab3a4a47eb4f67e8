import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import type { RequestListener, ServerOptions } from 'node:http';
import { connect } from 'node:net';
import { createHttpServer } from '../../scripts/http-server.ts';
import { listenerOf } from '../../scripts/sandbox-http.ts';
import type { Vendor } from '../../src/license/index.ts';
import { connectors } from '../../src/sandbox/connectors/index.ts';
import { embed, type SandboxOptions } from '../../src/sandbox/sandbox.ts';

export interface Fixture {
  file: string;
  vendor: Vendor;
  request: { method: string; url: string };
  expected_unified_without_remote_data: Record<string, unknown>;
}

export interface ErrorFixture {
  file: string;
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

interface Matrix {
  vendors: Record<Vendor, unknown>;
  query_parameters: Record<string, { vendors: Record<Vendor, string> }>;
  response_fields: Record<string, { enum?: string[]; vendors: Record<Vendor, string> }>;
}

const fixtureFile = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');

export const fixtures: Fixture[] = JSON.parse(fixtureFile('index.json')).fixtures;
export const fixtureText = ({ file }: Fixture) => fixtureFile(file);
export const supportMatrix: Matrix = JSON.parse(fixtureFile('support-matrix.json'));
export const errorFixtures: ErrorFixture[] = readdirSync(new URL('../fixtures/errors/', import.meta.url)).map(
  (file) => ({ file, ...JSON.parse(fixtureFile(`errors/${file}`)) }),
);

/** The fields the matrix marks for a vendor: those it fills, and `remote_data`, which Truto adds. */
export const supportedFields = (vendor: Vendor) =>
  Object.entries(supportMatrix.response_fields)
    .filter(([, { vendors }]) => vendors[vendor] !== 'not_supported')
    .map(([field]) => field);

/** The top-level fields of the unified schema. */
export const schemaFields = Object.keys(supportMatrix.response_fields).filter(
  (field) => !field.includes('['),
);

export interface Target {
  id: string;
  account?: string | undefined;
  organizations?: string | undefined;
  /** The rest of the query string, encoded. */
  query?: string;
}

/** The path and query of a license request. */
export function licensePath({ id, account, organizations, query }: Target): string {
  const search = [
    account && `integrated_account_id=${account}`,
    organizations && `organizations=${organizations}`,
    query,
  ].filter(Boolean);
  return `/unified/user-directory/licenses/${encodeURIComponent(id)}?${search.join('&')}`;
}

/** A fresh endpoint, without limits unless asked for. */
export function fresh(options: SandboxOptions = {}) {
  return withShortcuts(embed<Vendor>(connectors, { limits: false, ...options }));
}

/** What tests ask of a sandbox, in a few words. */
export function withShortcuts<V extends string>({ endpoint, sandbox }: ReturnType<typeof embed<V>>) {
  const get = (target: Target, init: RequestInit = {}) =>
    sandbox.fetch(`https://api.truto.one${licensePath(target)}`, {
      headers: { authorization: `Bearer ${sandbox.token}` },
      ...init,
    });
  /** The account and license whose labels hold these words. */
  const find = (accountLabel: string, licenseLabel = ''): Target & { account: string } => {
    for (const account of sandbox.accounts) {
      if (!account.label.includes(accountLabel)) continue;
      const license = account.licenses.find(({ label }) => label.includes(licenseLabel));
      if (license) return { account: account.id, id: license.id, organizations: license.organizations };
    }
    throw new Error(`no license "${licenseLabel}" in an account "${accountLabel}"`);
  };
  return { endpoint, sandbox, get, find };
}

/** Serves a listener on a port of its own. */
export async function listen(listener: RequestListener, options: ServerOptions = {}) {
  const server = createHttpServer(listener, options);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('the server has no port');
  return {
    port: address.port,
    origin: `http://127.0.0.1:${address.port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The endpoint over real HTTP. */
export async function serve(endpoint: ReturnType<typeof fresh>['endpoint']) {
  return listen(listenerOf(endpoint));
}

/** Sends these bytes and answers what came until the other side closed. */
export function send(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    connect(port, '127.0.0.1')
      .on('data', (chunk) => {
        text += String(chunk);
      })
      .on('close', () => resolve(text))
      .on('error', reject)
      .write(bytes);
  });
}
