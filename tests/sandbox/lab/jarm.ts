import { exportJWK, generateKeyPair, type JSONWebKeySet, SignJWT } from 'jose';
import type { Entry } from './answers.ts';

const KID = 'lab-es256';
const LIFETIME_S = 600;

/** Puts answers into signed JWTs (JARM, section 2.1). */
export interface JarmSigner {
  readonly jwks: JSONWebKeySet;
  sign(entries: readonly Entry[], clientId: string): Promise<string>;
}

/** Makes a signer with a fresh key. */
export async function createJarmSigner(issuer: string, now: () => number): Promise<JarmSigner> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: KID, alg: 'ES256', use: 'sig' };
  return {
    jwks: { keys: [jwk] },
    sign: (entries, clientId) =>
      new SignJWT(claimsOf(entries))
        .setProtectedHeader({ alg: 'ES256', kid: KID })
        .setIssuer(issuer)
        .setAudience(clientId)
        .setExpirationTime(Math.floor(now() / 1000) + LIFETIME_S)
        .sign(privateKey),
  };
}

/** A repeated parameter becomes an array: the nearest thing JSON has. */
function claimsOf(entries: readonly Entry[]): Record<string, string | string[]> {
  const params = new URLSearchParams(entries.map(([name, value]) => [name, value]));
  const names = [...new Set(params.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = params.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}
