import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, type JSONWebKeySet } from 'jose';

/** A signing key whose public half a provider knows. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
}

/** How many keys a client keeps: enough for scenarios side by side, few enough to read. */
const KEPT_KEYS = 10;

/** Generates a PS256 key pair and registers its public half at a sandbox provider, beside earlier ones. */
export async function registerSigningKey(origin: string, clientId: string): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair('PS256');
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  const endpoint = `${origin}/sandbox/jwks?client_id=${encodeURIComponent(clientId)}`;
  const { keys } = (await send(endpoint, { method: 'GET' })) as JSONWebKeySet;
  const added = [...keys, { ...jwk, kid, alg: 'PS256', use: 'sig' }].slice(-KEPT_KEYS);
  const headers = { 'Content-Type': 'application/json' };
  await send(endpoint, { method: 'PUT', headers, body: JSON.stringify({ keys: added }) });
  return { kid, privateKey };
}

async function send(endpoint: string, request: RequestInit): Promise<unknown> {
  const answer = await fetch(endpoint, request);
  if (!answer.ok) throw new Error(`Registering the signing key failed: ${await answer.text()}`);
  return answer.json();
}
