import { randomUUID } from 'node:crypto';
import { BoundedMap } from '../bounded-map.ts';

const HOUR_MS = 60 * 60 * 1000;
const CODE_LIFETIME_MS = 24 * HOUR_MS;
const REFRESH_LIFETIME_S = 30 * 24 * 60 * 60;

/** What a person allowed an application to do. */
export interface Grant {
  readonly clientId: string;
  readonly customer: 'Personal' | 'Corporate';
  readonly scopes: readonly string[];
}

/** ConnectPay's token answer: one lifetime is a number, the other a string, as documented. */
export interface TokenAnswer {
  readonly token_type: 'Bearer';
  readonly access_token: string;
  readonly refresh_token: string;
  readonly expires_in: number;
  readonly refresh_token_expires_in: string;
  readonly client_customer_name: string;
  readonly scope: string;
}

/** Authorization codes and refresh tokens, each good for one use. */
export class Grants {
  readonly #codes = new BoundedMap<Grant & { expires: number }>();
  readonly #refreshTokens = new BoundedMap<Grant & { expires: number }>();
  readonly #accessTokens = new BoundedMap<Grant & { expires: number }>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Makes the code that goes into the callback. */
  issueCode(grant: Grant): string {
    const code = randomUUID();
    this.#codes.set(code, { ...grant, expires: this.#now() + CODE_LIFETIME_MS });
    return code;
  }

  exchange(code: string, clientId: string): TokenAnswer | undefined {
    return this.#answer(this.#codes.take(code), clientId);
  }

  refresh(refreshToken: string, clientId: string): TokenAnswer | undefined {
    return this.#answer(this.#refreshTokens.take(refreshToken), clientId);
  }

  /** What an access token stands for, or why it stands for nothing. */
  ofAccessToken(accessToken: string): Grant | 'unknown' | 'expired' {
    const grant = this.#accessTokens.get(accessToken);
    if (grant === undefined) return 'unknown';
    return grant.expires > this.#now() ? grant : 'expired';
  }

  /** Ends a refresh or access token; one that is unknown or another client's stays what it is. */
  revoke(token: string, clientId: string): void {
    for (const tokens of [this.#refreshTokens, this.#accessTokens]) {
      if (tokens.get(token)?.clientId === clientId) tokens.take(token);
    }
  }

  #answer(grant: (Grant & { expires: number }) | undefined, clientId: string): TokenAnswer | undefined {
    if (grant?.clientId !== clientId || grant.expires <= this.#now()) return undefined;
    const refreshToken = randomUUID();
    this.#refreshTokens.set(refreshToken, { ...grant, expires: this.#now() + REFRESH_LIFETIME_S * 1000 });
    const accessToken = randomUUID();
    this.#accessTokens.set(accessToken, { ...grant, expires: this.#now() + HOUR_MS });
    return {
      token_type: 'Bearer',
      access_token: accessToken,
      refresh_token: refreshToken,
      expires_in: HOUR_MS / 1000,
      refresh_token_expires_in: String(REFRESH_LIFETIME_S),
      client_customer_name: grant.customer === 'Personal' ? 'J*** D**' : 'A*** L**',
      scope: grant.scopes.join(' '),
    };
  }
}
