import { KeyError } from './key-error.ts';
import { withMaterial } from './key-material.ts';
import { publicJwk } from './public-jwks.ts';
import { thumbprint } from './thumbprint.ts';
import type { SecretKeyRecord, StoredKey } from './types.ts';

const EXPONENT = new Uint8Array([1, 0, 1]);

/** Lengths of RSA keys that can be generated, in bits; the first is the default. */
export const RSA_LENGTHS = [2048, 3072, 4096] as const;

const rsa = (name: 'RSA-PSS' | 'RSASSA-PKCS1-v1_5', hash: string) => ({
  label: `${name}, ${hash}`,
  parameters: { name, hash, modulusLength: RSA_LENGTHS[0] as number, publicExponent: EXPONENT },
});
const ec = (namedCurve: string, hash: string) => ({
  label: `ECDSA, ${namedCurve}, ${hash}`,
  parameters: { name: 'ECDSA', namedCurve },
});

interface GeneratedEntry {
  readonly label: string;
  readonly parameters: RsaHashedKeyGenParams | EcKeyGenParams | Algorithm;
}

/** Algorithms for which a key pair can be generated, with what WebCrypto is asked for (RFC 7518 sections 3.3 to 3.5, RFC 8037). */
export const GENERATED_ALGORITHMS: Readonly<Record<string, GeneratedEntry>> = {
  PS256: rsa('RSA-PSS', 'SHA-256'),
  PS384: rsa('RSA-PSS', 'SHA-384'),
  PS512: rsa('RSA-PSS', 'SHA-512'),
  RS256: rsa('RSASSA-PKCS1-v1_5', 'SHA-256'),
  RS384: rsa('RSASSA-PKCS1-v1_5', 'SHA-384'),
  RS512: rsa('RSASSA-PKCS1-v1_5', 'SHA-512'),
  ES256: ec('P-256', 'SHA-256'),
  ES384: ec('P-384', 'SHA-384'),
  ES512: ec('P-521', 'SHA-512'),
  EdDSA: { label: 'Ed25519', parameters: { name: 'Ed25519' } },
};

/** Algorithms for which a shared secret can be generated, as long as its hash (RFC 7518 section 3.2). */
export const GENERATED_SECRETS: Readonly<Record<string, { readonly hash: string; readonly bits: number }>> = {
  HS256: { hash: 'SHA-256', bits: 256 },
  HS384: { hash: 'SHA-384', bits: 384 },
  HS512: { hash: 'SHA-512', bits: 512 },
};

/** Where time and ids come from, and what may differ from the defaults. */
export interface GenerateContext {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly newId: () => string;
  /** Length of an RSA key in bits; {@link RSA_LENGTHS}. */
  readonly bits?: number;
  /** Lets the private part or the secret be exported. False when it is absent. */
  readonly extractable?: boolean;
}

const DEFAULT_CONTEXT: GenerateContext = { now: Date.now, newId: () => crypto.randomUUID() };

/**
 * Generates a signing key whose private part cannot be exported unless that is asked for; its kid is its thumbprint.
 * Throws a {@link KeyError}.
 */
export async function generateKey(
  name: string,
  algorithm: string,
  { now, newId, bits, extractable = false }: GenerateContext = DEFAULT_CONTEXT,
): Promise<StoredKey> {
  const entry = Object.hasOwn(GENERATED_ALGORITHMS, algorithm) ? GENERATED_ALGORITHMS[algorithm] : undefined;
  if (!entry) throw unknownAlgorithm(algorithm, GENERATED_ALGORITHMS);
  const length = bits !== undefined && 'modulusLength' in entry.parameters ? { modulusLength: bits } : {};
  const pair = (await generating(algorithm, () =>
    crypto.subtle.generateKey({ ...entry.parameters, ...length }, true, ['sign', 'verify']),
  )) as CryptoKeyPair;
  const exported = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const kid = await thumbprint(exported);
  const open = publicJwk({ ...exported, kid, use: 'sig', alg: algorithm });
  const made: StoredKey = {
    id: newId(),
    name,
    kid,
    algorithm,
    createdAt: now(),
    publicJwk: { ...open, kid },
    privateKey: pair.privateKey,
  };
  return withMaterial(made, extractable);
}

/** Generates a shared secret. Its kid is random: a thumbprint would let whoever sees it test guesses. Throws a {@link KeyError}. */
export async function generateSecret(
  name: string,
  algorithm: string,
  { now, newId, extractable = false }: GenerateContext = DEFAULT_CONTEXT,
): Promise<SecretKeyRecord> {
  const entry = Object.hasOwn(GENERATED_SECRETS, algorithm) ? GENERATED_SECRETS[algorithm] : undefined;
  if (!entry) throw unknownAlgorithm(algorithm, GENERATED_SECRETS);
  const { hash, bits: length } = entry;
  const secretKey = (await generating(algorithm, () =>
    crypto.subtle.generateKey({ name: 'HMAC', hash, length }, true, ['sign', 'verify']),
  )) as CryptoKey;
  const made = { id: newId(), name, kid: crypto.randomUUID(), algorithm, createdAt: now(), secretKey };
  return withMaterial<SecretKeyRecord>(made, extractable);
}

/** Whether this browser can make a key for an algorithm; only Ed25519 is missing in some. */
export async function canGenerate(algorithm: string): Promise<boolean> {
  const entry = Object.hasOwn(GENERATED_ALGORITHMS, algorithm) ? GENERATED_ALGORITHMS[algorithm] : undefined;
  if (!entry) return false;
  if (algorithm !== 'EdDSA') return true;
  return crypto.subtle.generateKey(entry.parameters, false, ['sign', 'verify']).then(
    () => true,
    () => false,
  );
}

function unknownAlgorithm(algorithm: string, known: object): KeyError {
  return new KeyError(
    'algorithm-unknown',
    `Keys for ${algorithm} cannot be generated here.`,
    `Choose ${Object.keys(known).join(', ')}.`,
  );
}

async function generating<T>(algorithm: string, make: () => Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (cause) {
    throw new KeyError(
      'not-generated',
      `The browser did not generate a key for ${algorithm}.`,
      'Choose another algorithm, or try again.',
      cause,
    );
  }
}
