import { type FlattenedDecryptGetKey, flattenedDecrypt, type GeneralJWE, generalDecrypt } from 'jose';
import { requireAes192 } from './aes-192.ts';
import { decodeToken } from './decode.ts';
import { readAlgorithms } from './encrypt.ts';
import { EncryptError } from './encrypt-error.ts';
import { type EncryptionKey, encryptionKey } from './encryption-key.ts';
import { looksLikeToken } from './find-tokens.ts';
import { JWE_ALGORITHMS } from './jwe-algorithms.ts';
import { isPrintablePayload } from './read-payload.ts';
import type { DecodedToken, JsonObject } from './types.ts';
import { verifyToken } from './verify.ts';
import type { JwkSet, Verification, VerifyKey, VerifyOptions } from './verify-types.ts';

/** What was inside a JWE. */
export interface DecryptedToken {
  /** As UTF-8; what is not becomes U+FFFD. */
  readonly plaintext: string;
  readonly bytes: Uint8Array;
  /** The headers as one: only `protectedHeader` is authenticated. */
  readonly header: JsonObject;
  readonly protectedHeader: JsonObject;
  /** The content when it is a token itself. */
  readonly nested?: DecodedToken;
}

/** Keys to decrypt with: one key, or a set in which `kid` chooses. */
export type DecryptionKey = EncryptionKey | JwkSet;

/**
 * Decrypts a JWE (RFC 7516 section 5.2), compact or JSON. Which part of key, header or ciphertext was at fault is not told
 * apart: whoever could ask could decrypt. Throws an {@link EncryptError}.
 */
export async function decryptToken(token: string, key: DecryptionKey): Promise<DecryptedToken> {
  const decoded = decodeToken(token);
  const problem = decoded.problems.find((entry) => !isPrintablePayload(entry) || entry.code === 'oversize');
  const alone = decoded.serialisation !== undefined || decoded.token === token;
  if (problem || !alone) {
    throw new EncryptError(
      'malformed',
      problem?.message ?? 'The text holds more than the token.',
      problem?.remedy ?? 'Take out what stands before and after it.',
    );
  }
  if (decoded.kind !== 'jwe')
    throw new EncryptError('not-a-jwe', 'The token is not encrypted.', 'Verify it instead.');
  checkAlgorithms(decoded);
  const { plaintext, header, protectedHeader } = await decrypt(decoded, key);
  const text = new TextDecoder().decode(plaintext);
  return {
    plaintext: text,
    bytes: plaintext,
    header,
    protectedHeader,
    ...(looksLikeToken(text) ? { nested: decodeToken(text) } : {}),
  };
}

/** Decrypts a token and verifies the one inside (RFC 7519 section 7.2). Throws an {@link EncryptError}. */
export async function decryptThenVerify(
  token: string,
  decryptionKey: DecryptionKey,
  verifyKey: VerifyKey,
  options: VerifyOptions = {},
): Promise<DecryptedToken & { readonly verification: Verification }> {
  const decrypted = await decryptToken(token, decryptionKey);
  return { ...decrypted, verification: await verifyToken(decrypted.plaintext, verifyKey, options) };
}

/** Says which algorithm is unknown before any key is asked for, unless another recipient's is known. */
function checkAlgorithms({ header, unprotected, recipients = [{}] }: DecodedToken): void {
  const faults = recipients.map((recipient) => {
    try {
      readAlgorithms({ ...unprotected, ...recipient.header, ...header });
      return undefined;
    } catch (fault) {
      return fault;
    }
  });
  if (faults.length === 0 || faults.every((fault) => fault !== undefined)) throw faults[0];
}

/** Algorithms that jose is allowed; it refuses PBES2 otherwise, and more than 10,000 iterations of it in any case. */
const ALLOWED = { keyManagementAlgorithms: Object.keys(JWE_ALGORITHMS) };

async function decrypt(
  decoded: DecodedToken,
  key: DecryptionKey,
): Promise<{ plaintext: Uint8Array; header: JsonObject; protectedHeader: JsonObject }> {
  let misfit: EncryptError | undefined;
  const getKey: FlattenedDecryptGetKey = async (_, { header, protected: text }) => {
    const read = text === undefined ? undefined : decodeToken(`${text}....`).header;
    const joined: JsonObject = { ...decoded.unprotected, ...(header as JsonObject | undefined), ...read };
    try {
      const { alg, enc, entry } = readAlgorithms(joined);
      await requireAes192([alg, enc]);
      return await encryptionKey(choose(key, joined.kid, alg), alg, enc, entry, 'decrypt');
    } catch (error) {
      if (error instanceof EncryptError) misfit = error;
      throw error;
    }
  };
  const jwe = asJson(decoded);
  try {
    const result = await ('recipients' in jwe
      ? generalDecrypt(jwe as unknown as GeneralJWE, getKey, ALLOWED)
      : flattenedDecrypt(jwe as unknown as Parameters<typeof flattenedDecrypt>[0], getKey, ALLOWED));
    const protectedHeader = (result.protectedHeader ?? {}) as JsonObject;
    const open = {
      ...(result.sharedUnprotectedHeader ?? {}),
      ...(result.unprotectedHeader ?? {}),
    } as JsonObject;
    return { plaintext: result.plaintext, header: { ...open, ...protectedHeader }, protectedHeader };
  } catch (cause) {
    throw (
      misfit ??
      new EncryptError(
        'not-decrypted',
        'The token could not be decrypted with this key.',
        'Check that the key is the one it was encrypted for.',
        cause,
      )
    );
  }
}

function asJson({ serialisation, token, segments }: DecodedToken): object {
  if (serialisation !== undefined) return JSON.parse(token) as object;
  const [header, encryptedKey, iv, ciphertext, tag] = segments.map(({ text }) => text);
  return { protected: header, ...(encryptedKey ? { encrypted_key: encryptedKey } : {}), iv, ciphertext, tag };
}

function choose(key: DecryptionKey, kid: unknown, alg: string): EncryptionKey {
  if (key instanceof Uint8Array || key instanceof CryptoKey || !('keys' in key)) return key;
  const named = key.keys.filter((jwk: JsonWebKey & { kid?: string }) => kid === undefined || jwk.kid === kid);
  const [fitting] = named.filter((jwk) => JWE_ALGORITHMS[alg]?.kty.includes(jwk.kty ?? ''));
  if (fitting) return fitting;
  throw new EncryptError(
    'key-does-not-fit',
    `No key of the set fits ${alg}${typeof kid === 'string' ? ` with the kid “${kid}”` : ''}.`,
    'Add the private key that the token was encrypted for.',
  );
}
