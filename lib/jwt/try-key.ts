import { flattenedVerify } from 'jose';
import { importParameters } from './algorithms.ts';
import { encodeBase64url, readBase64url } from './base64url.ts';
import {
  type Incompatibility,
  incompatibleCryptoKey,
  incompatibleJwk,
  incompatibleSecret,
} from './incompatible-key.ts';
import type { Candidate } from './read-verify-key.ts';
import type { SignedPart } from './signed-part.ts';

/** What came of one key. */
export interface Trial {
  readonly outcome: 'verified' | 'failed' | 'incompatible';
  readonly reason: string;
  /** Why the key may not be used. */
  readonly incompatible?: Incompatibility['code'];
  /** The key as WebCrypto has it, for a closer look at a signature that failed. */
  readonly cryptoKey?: CryptoKey;
}

/**
 * Verifies one signature with one key. Strict checks stand in front, so that the verdict is the same on every platform; what
 * passes them is verified by jose. Never throws.
 */
export async function tryKey(
  part: SignedPart,
  candidate: Candidate,
  crit: readonly string[],
): Promise<Trial> {
  const incompatible = findIncompatible(part, candidate);
  if (incompatible && incompatible.code !== 'weak-rsa' && incompatible.code !== 'weak-secret') {
    return { outcome: 'incompatible', reason: incompatible.reason, incompatible: incompatible.code };
  }
  const cryptoKey = await importCandidate(part, candidate);
  if (!cryptoKey) {
    return incompatible
      ? { outcome: 'incompatible', reason: incompatible.reason, incompatible: incompatible.code }
      : {
          outcome: 'incompatible',
          reason: 'The key is damaged: it could not be imported.',
          incompatible: 'key-damaged',
        };
  }
  const { entry, algorithm, signature } = part;
  const length = entry.signatureBytes ?? modulusBytes(cryptoKey);
  if (signature.length !== length) {
    const reason = `A signature with ${algorithm} and this key is ${length} bytes long; this one has ${signature.length}.`;
    return { outcome: 'failed', reason, cryptoKey };
  }
  if (incompatible) {
    if (!(await verifyBare(part, cryptoKey))) return { ...FAILED, cryptoKey };
    return {
      outcome: 'incompatible',
      reason: `The signature matches, but ${lower(incompatible.reason)}`,
      incompatible: incompatible.code,
      cryptoKey,
    };
  }
  return (await verifyWithJose(part, cryptoKey, crit)) ? VERIFIED : { ...FAILED, cryptoKey };
}

const VERIFIED: Trial = { outcome: 'verified', reason: 'The signature is valid.' };
const FAILED: Trial = { outcome: 'failed', reason: 'The signature does not match.' };

function findIncompatible(
  { algorithm, entry }: SignedPart,
  { material }: Candidate,
): Incompatibility | undefined {
  if ('jwk' in material) return incompatibleJwk(algorithm, entry, material.jwk);
  if ('secret' in material) return incompatibleSecret(algorithm, entry, material.secret);
  return incompatibleCryptoKey(algorithm, entry, material.cryptoKey);
}

async function importCandidate(
  { entry }: SignedPart,
  { material }: Candidate,
): Promise<CryptoKey | undefined> {
  if ('cryptoKey' in material) return material.cryptoKey;
  const parameters = importParameters(entry);
  try {
    if ('secret' in material) {
      return await crypto.subtle.importKey('raw', Uint8Array.from(material.secret), parameters, false, [
        'verify',
      ]);
    }
    return await crypto.subtle.importKey('jwk', bare(material.jwk), parameters, false, ['verify']);
  } catch {
    return undefined;
  }
}

/** The members that make up the public key, so that nothing else about it can sway the import. */
function bare({ kty, crv, x, y, n, e, k }: JsonWebKey): JsonWebKey {
  if (kty === 'oct') return { kty, k: k ?? '' };
  if (kty === 'RSA') return { kty, n: withoutZeros(n), e: withoutZeros(e) };
  return { kty: kty ?? '', crv: crv ?? '', x: x ?? '', ...(y === undefined ? {} : { y }) };
}

/** Some writers keep the zero that DER needs; some browsers refuse it (RFC 7518 section 6.3.1.1). */
function withoutZeros(number = ''): string {
  const { bytes = new Uint8Array() } = readBase64url(number);
  const first = bytes.findIndex((byte) => byte !== 0);
  return first <= 0 ? number : encodeBase64url(bytes.subarray(first));
}

function modulusBytes(key: CryptoKey): number {
  return Math.ceil(((key.algorithm as RsaKeyAlgorithm).modulusLength ?? 0) / 8);
}

/** Verifies with WebCrypto alone; `saltLength` in bytes is for RSASSA-PSS, whose salt is as long as the hash. */
export async function verifyBare(
  { entry, input, signature }: SignedPart,
  key: CryptoKey,
  other: { readonly saltLength?: number; readonly signature?: Uint8Array<ArrayBuffer> } = {},
): Promise<boolean> {
  const saltLength = other.saltLength ?? Number(entry.hash?.slice(4)) / 8;
  const parameters = { name: entry.name, ...(entry.hash ? { hash: entry.hash } : {}), saltLength };
  return crypto.subtle.verify(parameters, key, other.signature ?? signature, input).catch(() => false);
}

async function verifyWithJose(part: SignedPart, key: CryptoKey, crit: readonly string[]): Promise<boolean> {
  const { protectedText, unprotected, payload, signatureText, algorithm } = part;
  const jws = {
    payload,
    signature: signatureText,
    ...(protectedText === '' ? {} : { protected: protectedText }),
    ...(unprotected ? { header: { ...unprotected } } : {}),
  };
  const understood = Object.fromEntries(crit.map((name) => [name, true]));
  try {
    await flattenedVerify(jws, key, { algorithms: [algorithm], crit: understood });
    return true;
  } catch {
    return false;
  }
}

function lower(sentence: string): string {
  return sentence.startsWith('The ') ? `the ${sentence.slice(4)}` : sentence;
}
