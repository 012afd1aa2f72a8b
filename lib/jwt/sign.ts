import { CompactSign, importJWK, type JWK } from 'jose';
import { importParameters, JWS_ALGORITHMS } from './algorithms.ts';
import { encodeBase64url, encodeText } from './base64url.ts';
import { CodedError } from './coded-error.ts';
import { findMisfit } from './signing-key.ts';
import type { JsonObject } from './types.ts';

/** A private key, or a secret as bytes. */
export type SigningKey = CryptoKey | JsonWebKey | Uint8Array;

/** Why a token could not be signed. */
export type SignErrorCode =
  | 'header-not-json'
  | 'claims-not-json'
  | 'algorithm-missing'
  | 'algorithm-none'
  | 'algorithm-unknown'
  | 'key-does-not-fit'
  | 'key-not-private'
  | 'key-too-short'
  | 'not-signed';

/** An error about signing: a code for programs, a sentence and a remedy for people. Never carries key material. */
export class SignError extends CodedError<SignErrorCode> {
  override readonly name = 'SignError';
}

/**
 * Signs claims as a compact JWS (RFC 7515 section 7.1). Header and claims are written as they are given, in their order.
 * Throws a {@link SignError}.
 */
export async function signToken(header: JsonObject, claims: JsonObject, key: SigningKey): Promise<string> {
  const algorithm = readAlgorithm(header);
  const payload = writeJson(claims, 'claims-not-json', 'claims');
  const protectedHeader = writeJson(header, 'header-not-json', 'header');
  const misfit = findMisfit(algorithm, key);
  if (misfit) throw new SignError(misfit.code, misfit.message, misfit.remedy);
  try {
    const signingKey = key instanceof CryptoKey ? key : await importForSigning(algorithm, key);
    if (header.crit !== undefined || header.b64 !== undefined) {
      // Extensions are jose's to evaluate (RFC 7515 section 4.1.11).
      return await new CompactSign(encoder.encode(payload))
        .setProtectedHeader({ ...header, alg: algorithm })
        .sign(signingKey);
    }
    const input = `${encodeText(protectedHeader)}.${encodeText(payload)}`;
    const parameters = SIGNING_PARAMETERS[algorithm] ?? { name: '' };
    const signature = await crypto.subtle.sign(parameters, signingKey, encoder.encode(input));
    return `${input}.${encodeBase64url(new Uint8Array(signature))}`;
  } catch (cause) {
    throw new SignError(
      'not-signed',
      `The token could not be signed with ${algorithm}: ${cause instanceof Error ? cause.message : 'unknown reason'}.`,
      'Check the header and that the key is whole and made for this algorithm.',
      cause,
    );
  }
}

const encoder = new TextEncoder();

/** What `crypto.subtle.sign` is told, by algorithm; the salt is as long as the hash (RFC 7518 section 3.5). */
const SIGNING_PARAMETERS: Readonly<Record<string, EcdsaParams & RsaPssParams>> = Object.fromEntries(
  Object.entries(JWS_ALGORITHMS).map(([algorithm, { name, hash = '' }]) => [
    algorithm,
    { name, hash, saltLength: Number(hash.slice(4)) / 8 },
  ]),
);

async function importForSigning(algorithm: string, key: JsonWebKey | Uint8Array): Promise<CryptoKey> {
  const entry = JWS_ALGORITHMS[algorithm];
  if (key instanceof Uint8Array) {
    const parameters = entry ? importParameters(entry) : 'HMAC';
    return crypto.subtle.importKey('raw', Uint8Array.from(key), parameters, false, ['sign']);
  }
  const imported = await importJWK({ ...key, alg: algorithm } as JWK, algorithm);
  if (imported instanceof CryptoKey) return imported;
  return importForSigning(algorithm, imported as Uint8Array);
}

function readAlgorithm(header: JsonObject): string {
  const { alg } = header;
  if (typeof alg !== 'string' || alg === '') {
    throw new SignError('algorithm-missing', 'The header has no alg.', 'Name the algorithm, such as PS256.');
  }
  if (alg.toLowerCase() === 'none') {
    throw new SignError(
      'algorithm-none',
      `alg is ${alg}: the token would not be signed.`,
      'Choose an algorithm that signs, such as PS256 (RFC 8725 section 3.2).',
    );
  }
  return alg;
}

function writeJson(value: JsonObject, code: SignErrorCode, what: string): string {
  try {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return JSON.stringify(value);
  } catch {
    // Said below.
  }
  throw new SignError(code, `The ${what} cannot be written as a JSON object.`, 'Use plain JSON values only.');
}
