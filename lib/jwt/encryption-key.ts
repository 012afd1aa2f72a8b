import { importJWK, type JWK } from 'jose';
import { readBase64url } from './base64url.ts';
import { bitLength } from './bit-length.ts';
import { EncryptError } from './encrypt-error.ts';
import { contentBits, type JweAlgorithm } from './jwe-algorithms.ts';

/** A key for encryption: a JWK, a CryptoKey, or a shared secret as bytes. */
export type EncryptionKey = JsonWebKey | CryptoKey | Uint8Array;

/** Operations of `key_ops` that allow each direction (RFC 7517 section 4.3). */
const OPERATIONS = {
  encrypt: ['encrypt', 'wrapKey', 'deriveKey', 'deriveBits'],
  decrypt: ['decrypt', 'unwrapKey', 'deriveKey', 'deriveBits'],
} as const;

/**
 * A key as jose takes it, after the checks that jose leaves to its caller: kty, alg, use, key_ops, and length. Throws an
 * {@link EncryptError}.
 */
export async function encryptionKey(
  key: EncryptionKey,
  alg: string,
  enc: string,
  entry: JweAlgorithm,
  direction: 'encrypt' | 'decrypt',
): Promise<CryptoKey | Uint8Array> {
  if (key instanceof Uint8Array) {
    checkSecret(key, alg, enc, entry);
    return key;
  }
  if (key instanceof CryptoKey) return key;
  checkMembers(key, alg, enc, entry, direction);
  if (key.kty === 'oct') {
    const secret = readBase64url(key.k ?? '');
    if (!secret.bytes || secret.failure) throw misfit(alg, 'a key whose k is no base64url');
    checkSecret(secret.bytes, alg, enc, entry);
    return secret.bytes;
  }
  try {
    const { key_ops, use, ext, ...material } = key;
    const usable = direction === 'encrypt' ? publicSide(material) : material;
    return await importJWK({ ...usable, alg } as JWK, alg);
  } catch (cause) {
    throw misfit(alg, 'a damaged key', cause);
  }
}

function publicSide({ kty, crv, x, y, n, e }: JsonWebKey): JsonWebKey {
  return Object.fromEntries(
    Object.entries({ kty, crv, x, y, n, e }).filter(([, value]) => value !== undefined),
  );
}

function checkMembers(
  jwk: JsonWebKey,
  alg: string,
  enc: string,
  entry: JweAlgorithm,
  direction: 'encrypt' | 'decrypt',
): void {
  if (jwk.kty === undefined || !entry.kty.includes(jwk.kty))
    throw misfit(alg, `a key of type ${jwk.kty ?? '(none)'}`);
  const algOf = alg === 'dir' && jwk.alg === enc ? alg : jwk.alg;
  if (algOf !== undefined && algOf !== alg) throw misfit(alg, `a key whose alg is ${algOf}`);
  if (jwk.use !== undefined && jwk.use !== 'enc') throw misfit(alg, `a key whose use is ${jwk.use}`);
  const operations: readonly string[] = OPERATIONS[direction];
  if (jwk.key_ops !== undefined && !jwk.key_ops.some((name) => operations.includes(name))) {
    throw misfit(alg, `a key whose key_ops do not allow to ${direction}`);
  }
  if (direction === 'decrypt' && jwk.kty !== 'oct' && jwk.d === undefined) throw misfit(alg, 'a public key');
  if (jwk.kty === 'RSA' && bitLength(readBase64url(jwk.n ?? '').bytes) < 2048)
    throw misfit(alg, 'an RSA key below 2048 bits');
}

function checkSecret(secret: Uint8Array, alg: string, enc: string, entry: JweAlgorithm): void {
  if (!entry.kty.includes('oct')) throw misfit(alg, 'a shared secret');
  const bits = alg === 'dir' ? contentBits(enc) : entry.bits;
  if (bits === undefined || secret.length * 8 === bits) return;
  throw misfit(alg === 'dir' ? enc : alg, `a secret of ${secret.length * 8} bits; it needs ${bits}`);
}

function misfit(alg: string, what: string, cause?: unknown): EncryptError {
  return new EncryptError(
    'key-does-not-fit',
    `${alg} cannot use ${what}.`,
    'Choose a key made for this algorithm (RFC 7518 section 4.1), or another algorithm.',
    cause,
  );
}
