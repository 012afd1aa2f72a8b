import { randomBytes } from 'node:crypto';
import type { FinapiUser } from './users.ts';

const LIFETIME_S = 3600;

/** Whom a token stands for: the client, or one of its users. */
export type TokenOwner = 'client' | FinapiUser;

/** An access token, and the refresh token that belongs to it when it is a user's. */
interface Grant {
  readonly owner: TokenOwner;
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  readonly expires: number;
  isAccessRevoked: boolean;
}

/** finAPI's token answer. */
export interface TokenAnswer {
  readonly access_token: string;
  readonly token_type: 'bearer';
  readonly refresh_token?: string;
  readonly expires_in: number;
  readonly scope: 'all';
}

/** The tokens of Access: one unexpired access token for each owner. */
export class FinapiTokens {
  readonly #grants = new Map<TokenOwner, Grant>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The owner's token: the one he has, or a new one when that has expired or was revoked. */
  issue(owner: TokenOwner): TokenAnswer {
    const known = this.#grants.get(owner);
    return this.#answer(known !== undefined && this.#isValid(known) ? known : this.#renew(owner));
  }

  /** Trades a refresh token for new tokens; undefined when it is none. */
  refresh(refreshToken: string): TokenAnswer | undefined {
    const grant = this.#all().find((known) => known.refreshToken === refreshToken);
    return grant === undefined ? undefined : this.#answer(this.#renew(grant.owner));
  }

  /** Whom an access token stands for, or why it stands for nobody. */
  ownerOf(accessToken: string): TokenOwner | 'expired' | undefined {
    const grant = this.#all().find((known) => known.accessToken === accessToken);
    if (grant === undefined || grant.isAccessRevoked) return undefined;
    return this.#isValid(grant) ? grant.owner : 'expired';
  }

  /** An access token goes alone when the hint says so; a refresh token, or no hint, takes both. */
  revoke(token: string, hint: string): void {
    for (const grant of this.#all()) {
      const isAccess = grant.accessToken === token;
      if (hint === 'access_token' && isAccess) grant.isAccessRevoked = true;
      const takesBoth = grant.refreshToken === token || (isAccess && hint === '');
      if (hint !== 'access_token' && takesBoth) this.#grants.delete(grant.owner);
    }
  }

  /** Forgets everything that was issued to an owner. */
  drop(owner: TokenOwner): void {
    this.#grants.delete(owner);
  }

  #all(): Grant[] {
    return [...this.#grants.values()];
  }

  #isValid(grant: Grant): boolean {
    return !grant.isAccessRevoked && grant.expires > this.#now();
  }

  #renew(owner: TokenOwner): Grant {
    const grant: Grant = {
      owner,
      accessToken: newToken(),
      refreshToken: owner === 'client' ? undefined : newToken(),
      expires: this.#now() + LIFETIME_S * 1000,
      isAccessRevoked: false,
    };
    this.#grants.set(owner, grant);
    return grant;
  }

  #answer({ accessToken, refreshToken, expires }: Grant): TokenAnswer {
    return {
      access_token: accessToken,
      token_type: 'bearer',
      ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
      expires_in: Math.floor((expires - this.#now()) / 1000),
      scope: 'all',
    };
  }
}

/** 128 characters, the longest that finAPI allows. */
const newToken = (): string => randomBytes(96).toString('base64url');
