import { createHash } from 'node:crypto';
import { type Fields, type Finding, type Journey, type Json, SECONDS, token, url } from './journeys.ts';

/** A request that breaks one rule, and what is found in it. */
export interface Mistake {
  readonly rule: string;
  readonly name: string;
  readonly findings: () => readonly Finding[];
  /** Rules that object to the same mistake as errors. */
  readonly also?: readonly string[];
}

export const AS = 'https://id.nordbank.example';
export const APP = 'https://www.budget.example/login/callback';
export const CLIENT = 'budget-web-7f3a';
export const STATE = 'uV4c1YdQe8pWzK6mTn0RbA';
export const NONCE = 'jX2sLh7GfE5vBq9NwC3yMo';
export const CODE = 'OxE4k7uTzQ2bVn8L';
export const VERIFIER = 'M25iVXpKU3puUjFaYWg3T1NDTDQtcW1ROUY5YXlwalNoc0hhakxifmZHag';
export const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');

/** An OpenID request with PKCE. */
export const REQUEST = {
  response_type: 'code',
  client_id: CLIENT,
  redirect_uri: APP,
  scope: 'openid profile',
  state: STATE,
  nonce: NONCE,
  code_challenge: CHALLENGE,
  code_challenge_method: 'S256',
} as const;

/** An authorize URL with some parameters changed, added or (undefined) left out. */
export const authorizeUrl = (change: Fields = {}, endpoint = `${AS}/oauth2/auth`): string =>
  url(endpoint, { ...REQUEST, ...change });

/** A request that was answered, with some parameters of either changed. */
export function answer(callback: Fields = {}, request: Fields = {}, mark: '?' | '#' = '?'): Journey {
  return {
    authorize: authorizeUrl(request),
    callback: url(APP, { code: CODE, state: STATE, ...callback }, mark),
  };
}

/** The left half of a hash (OpenID Connect Core section 3.3.2.11). */
export function half(text: string, hash = 'sha256'): string {
  const whole = createHash(hash).update(text).digest();
  return whole.subarray(0, whole.length / 2).toString('base64url');
}

const ID_TOKEN = {
  iss: AS,
  sub: 'usr_5521',
  aud: CLIENT,
  iat: SECONDS,
  exp: SECONDS + 600,
  nonce: NONCE,
} as const;

/** A sound id_token for {@link REQUEST}. */
export function idToken(claims: Json = {}, header: Json = {}, bytes?: number): string {
  return token({ ...ID_TOKEN, ...claims }, header, bytes);
}

/** The claims of a request object that says what {@link REQUEST} says. */
export const OBJECT = {
  iss: CLIENT,
  aud: AS,
  iat: SECONDS,
  nbf: SECONDS,
  exp: SECONDS + 300,
  ...REQUEST,
} as const;

/** An authorize URL with a request object, and with the parameters that OpenID wants beside it. */
export function objectUrl(claims: Json = {}, header: Json = {}, beside: Fields = {}): string {
  return url(`${AS}/oauth2/auth`, {
    client_id: CLIENT,
    response_type: 'code',
    scope: 'openid profile',
    request: token({ ...OBJECT, ...claims }, { typ: 'oauth-authz-req+jwt', ...header }),
    ...beside,
  });
}
