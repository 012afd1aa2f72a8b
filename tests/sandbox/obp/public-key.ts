import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import type { Env, Hono } from 'hono';
import { isObject, parseJson, privateMemberOf } from '../jwk-sets.ts';

/** The key with which DAuth tokens are verified, once it is registered. */
export class VerificationKey {
  current: KeyObject | undefined;
}

/** Adds `GET` and `PUT /sandbox/public-key`: OBP reads the key from a file, a sandbox has to be told. */
export function mountPublicKey<E extends Env>(app: Hono<E>, key: VerificationKey): void {
  app.get('/sandbox/public-key', (c) => {
    const description = 'No public key is registered: PUT /sandbox/public-key.';
    const { current } = key;
    return current === undefined
      ? c.json({ error: 'not_found', error_description: description }, 404)
      : c.json(show(current));
  });

  app.put('/sandbox/public-key', async (c) => {
    const read = readPublicKey(await c.req.text());
    if (typeof read === 'string') return c.json({ error: 'invalid_key', error_description: read }, 400);
    key.current = read;
    return c.json(show(read));
  });
}

function show(key: KeyObject): { pem: string; jwk: JsonWebKey } {
  return { pem: key.export({ type: 'spki', format: 'pem' }).toString(), jwk: key.export({ format: 'jwk' }) };
}

/** Reads a PEM public key, a PEM certificate or a public JWK, or says in a sentence why the text is none. */
export function readPublicKey(text: string): KeyObject | string {
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) return leaked('This PEM is a private key.');
  const jwk = parseJson(text);
  const member = isObject(jwk) ? privateMemberOf(jwk) : undefined;
  if (member !== undefined) return leaked(`The key has the private member "${member}".`);
  const key = isObject(jwk)
    ? tryKey(() => createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' }))
    : tryKey(() => createPublicKey(text));
  if (key === undefined) return 'The body must be a PEM public key or certificate, or a public JWK.';
  return key.asymmetricKeyType === 'rsa' ? key : 'The key must be an RSA key.';
}

const leaked = (what: string): string =>
  `${what} Register the public key only, and replace this key: it has left your machine's key store.`;

function tryKey(read: () => KeyObject): KeyObject | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
