import { CompactEncrypt } from 'jose';
import { requireAes192 } from './aes-192.ts';
import { EncryptError } from './encrypt-error.ts';
import { type EncryptionKey, encryptionKey } from './encryption-key.ts';
import {
  CONTENT_ENCRYPTIONS,
  contentBits,
  JWE_ALGORITHMS,
  type JweAlgorithm,
  jweAlgorithm,
} from './jwe-algorithms.ts';
import { type SigningKey, signToken } from './sign.ts';
import type { JsonObject } from './types.ts';

/**
 * Encrypts text or claims as a compact JWE (RFC 7516 section 7.1). The header names `alg` and `enc`. Throws an
 * {@link EncryptError}.
 */
export async function encryptToken(
  content: string | JsonObject,
  header: JsonObject,
  key: EncryptionKey,
): Promise<string> {
  const { alg, enc, entry } = readAlgorithms(header);
  if (entry.decryptOnly) throw unknown(alg);
  const plaintext = typeof content === 'string' ? content : writeJson(content);
  await requireAes192([alg, enc]);
  const imported = await encryptionKey(key, alg, enc, entry, 'encrypt');
  try {
    return await new CompactEncrypt(new TextEncoder().encode(plaintext))
      .setProtectedHeader({ ...header, alg, enc })
      .encrypt(imported);
  } catch (cause) {
    throw new EncryptError(
      'not-encrypted',
      `The token could not be encrypted with ${alg} and ${enc}: ${cause instanceof Error ? cause.message : 'unknown reason'}.`,
      'Check the header and that the key is made for this algorithm.',
      cause,
    );
  }
}

/** A header and the key that goes with it. */
export interface HeaderAndKey<Key> {
  readonly header: JsonObject;
  readonly key: Key;
}

/**
 * Signs claims and encrypts the token that comes of it (RFC 7519 section 11.2), with `cty` JWT unless the header says
 * otherwise. Throws a SignError or an {@link EncryptError}.
 */
export async function signThenEncrypt(
  claims: JsonObject,
  signing: HeaderAndKey<SigningKey>,
  encryption: HeaderAndKey<EncryptionKey>,
): Promise<string> {
  const signed = await signToken(signing.header, claims, signing.key);
  return encryptToken(signed, { cty: 'JWT', ...encryption.header }, encryption.key);
}

/** The algorithms that a header names. Throws an {@link EncryptError}. */
export function readAlgorithms({ alg, enc }: JsonObject): { alg: string; enc: string; entry: JweAlgorithm } {
  if (typeof alg !== 'string' || typeof enc !== 'string') {
    throw new EncryptError(
      'algorithm-missing',
      `The header has no ${typeof alg === 'string' ? 'enc' : 'alg'}.`,
      'Name both, such as RSA-OAEP-256 and A256GCM (RFC 7516 section 4.1).',
    );
  }
  const entry = jweAlgorithm(alg);
  if (!entry) throw unknown(alg);
  if (contentBits(enc) === undefined) {
    throw new EncryptError(
      'encryption-unknown',
      `The content encryption ${enc.slice(0, 40)} is not known.`,
      `Use one of ${Object.keys(CONTENT_ENCRYPTIONS).join(', ')}.`,
    );
  }
  return { alg, enc, entry };
}

function unknown(alg: string): EncryptError {
  const known = Object.entries(JWE_ALGORITHMS).filter(([, entry]) => !entry.decryptOnly);
  return new EncryptError(
    'algorithm-unknown',
    `The key management algorithm ${alg.slice(0, 40)} is not supported.`,
    `Use one of ${known.map(([name]) => name).join(', ')}.`,
  );
}

function writeJson(claims: JsonObject): string {
  try {
    return JSON.stringify(claims);
  } catch (cause) {
    throw new EncryptError(
      'not-json',
      'The claims cannot be written as JSON.',
      'Use plain JSON values only.',
      cause,
    );
  }
}
