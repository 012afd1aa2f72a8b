import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { expect } from 'vitest';
import { LEATHERBACK_CLIENT } from '../../../sandbox/leatherback/clients.ts';
import { DEMO_CONSENT_ID } from '../../../sandbox/leatherback/consents.ts';
import { type HttpAnswer, httpRequest } from './http-request.ts';

/** The claims of a request object that passes every check. */
export const VALID_CLAIMS = {
  response_type: 'code id_token',
  client_id: LEATHERBACK_CLIENT.id,
  redirect_uri: 'http://127.0.0.1:4610/callback',
  scope: 'accounts',
  claims: { id_token: { openbanking_intent_id: { value: DEMO_CONSENT_ID } } },
} as const;

/** Signs claims with one key pair. */
export interface TestKey {
  readonly kid: string;
  readonly publicJwk: Record<string, unknown>;
  readonly privateJwk: Record<string, unknown>;
  sign(
    claims: Readonly<Record<string, unknown>>,
    header?: Readonly<Record<string, unknown>>,
  ): Promise<string>;
}

/** Generates a PS256 key pair; header members given as undefined are left out. */
export async function createTestKey(): Promise<TestKey> {
  const { publicKey, privateKey } = await generateKeyPair('PS256', { extractable: true });
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  return {
    kid,
    publicJwk: { ...jwk, kid, alg: 'PS256', use: 'sig' },
    privateJwk: { ...(await exportJWK(privateKey)), kid },
    sign: (claims, header = {}) =>
      new SignJWT({ ...claims }).setProtectedHeader({ alg: 'PS256', kid, ...header }).sign(privateKey),
  };
}

/** Registers a key set at a sandbox provider. */
export function putJwks(origin: string, clientId: string, body: unknown): Promise<HttpAnswer> {
  return httpRequest(`${origin}/sandbox/jwks?client_id=${clientId}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** The error code that a Leatherback page shows. */
export function errorCodeOf({ status, body }: HttpAnswer): string | undefined {
  const code = /id="error-code">(\w+)</.exec(body)?.[1];
  expect(status).toBe(code === undefined ? 200 : 400);
  return code;
}
