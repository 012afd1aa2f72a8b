import { randomBytes, randomUUID } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { BoundedMap } from '../bounded-map.ts';
import type { LeatherbackClient } from './clients.ts';

const TOKEN_LIFETIME_S = 300;

/** Milliseconds that a code can be exchanged; the documents name none, RFC 6749 section 4.1.2 recommends at most this. */
const CODE_LIFETIME_MS = 600_000;

/** What an authorization code stands for. */
export interface CodeGrant {
  readonly clientId: string;
  readonly consentId: string;
}

/** Whom a customer's access token stands for. */
export interface CustomerGrant extends CodeGrant {
  readonly customerId: string;
}

/** Codes and access tokens: HS256 JWTs signed with a secret of this sandbox, as in Leatherback's samples. */
export class LeatherbackTokens {
  readonly #secret = randomBytes(32);
  readonly #codes = new BoundedMap<{ readonly grant: CodeGrant; readonly issuedAt: number }>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The documented code carries the state; the jti makes it single-use. */
  async issueCode(grant: CodeGrant, state: string): Promise<string> {
    const code = await this.#sign({ state, jti: randomUUID() });
    this.#codes.set(code, { grant, issuedAt: this.#now() });
    return code;
  }

  takeCode(code: string): CodeGrant | undefined {
    const known = this.#codes.take(code);
    return known && this.#now() - known.issuedAt <= CODE_LIFETIME_MS ? known.grant : undefined;
  }

  /** Repeats the samples' faults: a password among the claims, and an expires_in that is not the lifetime. */
  async clientToken(client: LeatherbackClient): Promise<Record<string, string | number>> {
    const claims = { unique_name: client.id, certificate: client.certificate, ...this.#times() };
    return { access_token: await this.#sign(claims), token_type: 'Bearer', expires_in: 63919 };
  }

  async customerToken({ clientId, consentId }: CodeGrant): Promise<Record<string, string | number>> {
    const claims = { unique_name: clientId, customerId: randomUUID(), consentId, ...this.#times() };
    return {
      access_token: await this.#sign(claims),
      token_type: 'Bearer',
      expires_in: 39361,
      id_token: `oa_stg_${randomBytes(24).toString('base64url')}`,
      access_token_id: randomUUID(),
    };
  }

  /** The client a client token was issued to, if the token is ours and valid. */
  async clientOf(authorization: string | undefined): Promise<string | undefined> {
    const { unique_name, consentId } = (await this.#claimsOf(authorization)) ?? {};
    return typeof unique_name === 'string' && consentId === undefined ? unique_name : undefined;
  }

  /** Whom a token of the exchange stands for, if it is one of ours and valid. */
  async customerOf(authorization: string | undefined): Promise<CustomerGrant | undefined> {
    const { unique_name, consentId, customerId } = (await this.#claimsOf(authorization)) ?? {};
    if (typeof unique_name !== 'string' || typeof consentId !== 'string') return undefined;
    return { clientId: unique_name, consentId, customerId: String(customerId) };
  }

  async #claimsOf(authorization: string | undefined): Promise<Record<string, unknown> | undefined> {
    const [scheme, token = ''] = authorization?.split(' ') ?? [];
    if (scheme?.toLowerCase() !== 'bearer') return undefined;
    try {
      const options = { algorithms: ['HS256'], currentDate: new Date(this.#now()) };
      const { payload } = await jwtVerify(token, this.#secret, options);
      return payload;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  }

  #times(): { nbf: number; iat: number; exp: number } {
    const seconds = Math.floor(this.#now() / 1000);
    return { nbf: seconds, iat: seconds, exp: seconds + TOKEN_LIFETIME_S };
  }

  #sign(claims: Record<string, unknown>): Promise<string> {
    return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'JWT' }).sign(this.#secret);
  }
}
