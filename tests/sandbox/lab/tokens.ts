import { createHash, randomUUID } from 'node:crypto';
import { BoundedMap } from '../bounded-map.ts';

const CODE_LIFETIME_MS = 60_000;
const TOKEN_LIFETIME_S = 3600;

/** What an authorize request asked for. */
export interface CodeRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scope: string;
  /** Empty without PKCE; S256 is the only method. */
  readonly challenge: string;
}

interface Token {
  readonly clientId: string;
  readonly scope: string;
  readonly kind: 'access' | 'refresh';
  readonly expires: number;
}

/** Codes and tokens of the lab's authorization server (RFC 6749). */
export class LabTokens {
  readonly #codes = new BoundedMap<CodeRequest & { expires: number }>();
  readonly #tokens = new BoundedMap<Token>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Remembers a code that was sent to a client. */
  keep(code: string, request: CodeRequest): void {
    this.#codes.set(code, { ...request, expires: this.#now() + CODE_LIFETIME_MS });
  }

  /** Trades a code for tokens, or says in a sentence why not. */
  exchange(form: URLSearchParams, clientId: string): Record<string, string | number> | string {
    const grant = this.#codes.take(form.get('code') ?? '');
    if (grant?.clientId !== clientId) return 'The code is unknown or already used.';
    if (grant.expires <= this.#now()) return 'The code has expired.';
    if ((form.get('redirect_uri') ?? '') !== grant.redirectUri) {
      return 'redirect_uri is not that of the authorize request.';
    }
    const hash = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (grant.challenge !== '' && hash !== grant.challenge)
      return 'code_verifier does not fit code_challenge.';
    return this.#issue(clientId, grant.scope, true);
  }

  /** Trades a refresh token for new tokens; the old one is spent. */
  refresh(refreshToken: string, clientId: string): Record<string, string | number> | string {
    const token = this.find(refreshToken, clientId);
    if (token?.kind !== 'refresh') return 'The refresh_token is unknown, expired or already used.';
    this.#tokens.take(refreshToken);
    return this.#issue(clientId, token.scope, true);
  }

  /** A token for the client itself. */
  clientToken(clientId: string, scope: string): Record<string, string | number> {
    return this.#issue(clientId, scope, false);
  }

  /** A token of this client that is still valid. */
  find(text: string, clientId: string): Token | undefined {
    const token = this.#tokens.get(text);
    return token?.clientId === clientId && token.expires > this.#now() ? token : undefined;
  }

  revoke(text: string, clientId: string): void {
    if (this.find(text, clientId)) this.#tokens.take(text);
  }

  #issue(clientId: string, scope: string, withRefresh: boolean): Record<string, string | number> {
    const make = (kind: Token['kind'], seconds: number): string => {
      const text = `lab-${kind}-${randomUUID()}`;
      this.#tokens.set(text, { clientId, scope, kind, expires: this.#now() + seconds * 1000 });
      return text;
    };
    return {
      access_token: make('access', TOKEN_LIFETIME_S),
      token_type: 'Bearer',
      expires_in: TOKEN_LIFETIME_S,
      ...(withRefresh ? { refresh_token: make('refresh', 24 * TOKEN_LIFETIME_S) } : {}),
      ...(scope === '' ? {} : { scope }),
    };
  }
}
