/** Who a token speaks for. */
export type Bearer =
  | { readonly kind: 'api' }
  /** A 15-minute token of one integrated account. */
  | { readonly kind: 'account'; readonly accountId: string };

/** How long an integrated-account token lives. */
const lifetimeMs = 15 * 60_000;

/** The API token and the integrated-account tokens minted with it. */
export class Tokens {
  readonly #apiToken: string;
  readonly #now: () => number;
  readonly #minted = new Map<string, { accountId: string; expiresAt: number }>();

  constructor(apiToken: string, now: () => number) {
    this.#apiToken = apiToken;
    this.#now = now;
  }

  /** A token that stands for one account during the next 15 minutes. */
  mint(accountId: string): string {
    const now = this.#now();
    for (const [token, { expiresAt }] of this.#minted) if (expiresAt <= now) this.#minted.delete(token);
    const random = crypto.getRandomValues(new Uint8Array(16));
    const token = Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
    this.#minted.set(token, { accountId, expiresAt: now + lifetimeMs });
    return token;
  }

  /** Who an `Authorization` header speaks for; undefined where the token is missing, malformed, unknown or expired. */
  read(authorization: string | null): Bearer | undefined {
    const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) return undefined;
    if (token === this.#apiToken) return { kind: 'api' };
    const minted = this.#minted.get(token);
    return minted && minted.expiresAt > this.#now()
      ? { kind: 'account', accountId: minted.accountId }
      : undefined;
  }
}
