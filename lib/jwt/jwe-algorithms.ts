/** What is known of one key management algorithm of JWE. */
export interface JweAlgorithm {
  readonly kty: readonly string[];
  /** Exact length of a shared key in bits; for `dir` the content encryption decides. */
  readonly bits?: number;
  /** It is read, and no longer written. */
  readonly decryptOnly?: true;
}

const rsa: JweAlgorithm = { kty: ['RSA'] };
const agreement: JweAlgorithm = { kty: ['EC', 'OKP'] };
const wrap = (bits: number): JweAlgorithm => ({ kty: ['oct'], bits });

/** Key management algorithms (RFC 7518 section 4.1). RSA1_5 is not among them (RFC 8725 section 3.2). */
export const JWE_ALGORITHMS: Readonly<Record<string, JweAlgorithm>> = {
  'RSA-OAEP': rsa,
  'RSA-OAEP-256': rsa,
  'ECDH-ES': agreement,
  'ECDH-ES+A128KW': agreement,
  'ECDH-ES+A192KW': agreement,
  'ECDH-ES+A256KW': agreement,
  A128KW: wrap(128),
  A192KW: wrap(192),
  A256KW: wrap(256),
  A128GCMKW: wrap(128),
  A192GCMKW: wrap(192),
  A256GCMKW: wrap(256),
  dir: { kty: ['oct'] },
  'PBES2-HS256+A128KW': { kty: ['oct'], decryptOnly: true },
  'PBES2-HS384+A192KW': { kty: ['oct'], decryptOnly: true },
  'PBES2-HS512+A256KW': { kty: ['oct'], decryptOnly: true },
};

/** Content encryption algorithms with the length of their key in bits (RFC 7518 section 5.1). */
export const CONTENT_ENCRYPTIONS: Readonly<Record<string, number>> = {
  A128GCM: 128,
  A192GCM: 192,
  A256GCM: 256,
  'A128CBC-HS256': 256,
  'A192CBC-HS384': 384,
  'A256CBC-HS512': 512,
};

/** The entry of a key management algorithm, whatever names `Object` has. */
export function jweAlgorithm(alg: unknown): JweAlgorithm | undefined {
  return typeof alg === 'string' && Object.hasOwn(JWE_ALGORITHMS, alg) ? JWE_ALGORITHMS[alg] : undefined;
}

/** Bits of the key of a content encryption. */
export function contentBits(enc: unknown): number | undefined {
  return typeof enc === 'string' && Object.hasOwn(CONTENT_ENCRYPTIONS, enc)
    ? CONTENT_ENCRYPTIONS[enc]
    : undefined;
}
