import type { Env, Hono } from 'hono';
import { type CryptoKey, calculateJwkThumbprint, exportJWK, exportSPKI, generateKeyPair } from 'jose';

const ALG = 'RSA-OAEP-256';

/** The key pair for encrypted tokens, made when it is first needed. */
export class EncryptionKey {
  #pair: Promise<{ publicKey: CryptoKey; privateKey: CryptoKey }> | undefined;

  pair(): Promise<{ publicKey: CryptoKey; privateKey: CryptoKey }> {
    this.#pair ??= generateKeyPair(ALG, { extractable: true });
    return this.#pair;
  }
}

/** Adds `GET /sandbox/encryption-key`: for whom a caller encrypts when jwt.use.ssl is true. */
export function mountEncryptionKey<E extends Env>(app: Hono<E>, key: EncryptionKey): void {
  app.get('/sandbox/encryption-key', async (c) => {
    const { publicKey } = await key.pair();
    const jwk = await exportJWK(publicKey);
    const kid = await calculateJwkThumbprint(jwk);
    return c.json({ pem: await exportSPKI(publicKey), jwk: { ...jwk, kid, use: 'enc', alg: ALG } });
  });
}
