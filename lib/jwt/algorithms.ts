/** What is known of one JWS algorithm. */
export interface JwsAlgorithm {
  /** JWK key type (RFC 7518 section 6.1). */
  readonly kty: 'RSA' | 'EC' | 'OKP' | 'oct';
  readonly crv?: string;
  /** WebCrypto name. */
  readonly name: 'RSA-PSS' | 'RSASSA-PKCS1-v1_5' | 'ECDSA' | 'Ed25519' | 'HMAC';
  readonly hash?: 'SHA-256' | 'SHA-384' | 'SHA-512';
  /** Smallest key in bits. */
  readonly bits?: number;
  /** Length of a signature, where the algorithm alone decides it. */
  readonly signatureBytes?: number;
  /** Where the specification says so. */
  readonly section: string;
}

type Hash = NonNullable<JwsAlgorithm['hash']>;

const pss = (hash: Hash): JwsAlgorithm => ({
  kty: 'RSA',
  name: 'RSA-PSS',
  hash,
  bits: 2048,
  section: 'RFC 7518 section 3.5',
});
const pkcs1 = (hash: Hash): JwsAlgorithm => ({
  kty: 'RSA',
  name: 'RSASSA-PKCS1-v1_5',
  hash,
  bits: 2048,
  section: 'RFC 7518 section 3.3',
});
const hmac = (hash: Hash, bits: number): JwsAlgorithm => ({
  kty: 'oct',
  name: 'HMAC',
  hash,
  bits,
  signatureBytes: bits / 8,
  section: 'RFC 7518 section 3.2',
});
const ecdsa = (crv: string, hash: Hash, signatureBytes: number): JwsAlgorithm => ({
  kty: 'EC',
  crv,
  name: 'ECDSA',
  hash,
  signatureBytes,
  section: 'RFC 7518 section 3.4',
});
const ed25519: JwsAlgorithm = {
  kty: 'OKP',
  crv: 'Ed25519',
  name: 'Ed25519',
  signatureBytes: 64,
  section: 'RFC 8037 section 3.1',
};

/** Algorithms that sign and verify here (RFC 7518 section 3.1, RFC 8037 section 3.1, RFC 9864). */
export const JWS_ALGORITHMS: Readonly<Record<string, JwsAlgorithm>> = {
  PS256: pss('SHA-256'),
  PS384: pss('SHA-384'),
  PS512: pss('SHA-512'),
  RS256: pkcs1('SHA-256'),
  RS384: pkcs1('SHA-384'),
  RS512: pkcs1('SHA-512'),
  ES256: ecdsa('P-256', 'SHA-256', 64),
  ES384: ecdsa('P-384', 'SHA-384', 96),
  ES512: ecdsa('P-521', 'SHA-512', 132),
  EdDSA: ed25519,
  Ed25519: ed25519,
  HS256: hmac('SHA-256', 256),
  HS384: hmac('SHA-384', 384),
  HS512: hmac('SHA-512', 512),
};

/** The entry of an algorithm, or undefined when it is unknown, whatever names `Object` has. */
export function jwsAlgorithm(alg: unknown): JwsAlgorithm | undefined {
  return typeof alg === 'string' && Object.hasOwn(JWS_ALGORITHMS, alg) ? JWS_ALGORITHMS[alg] : undefined;
}

/** What `crypto.subtle.importKey` is told about a key for an algorithm. */
export function importParameters({
  name,
  hash,
  crv,
}: JwsAlgorithm): RsaHashedImportParams | EcKeyImportParams | HmacImportParams | Algorithm {
  if (name === 'ECDSA') return { name, namedCurve: crv ?? '' };
  return hash && name !== 'Ed25519' ? { name, hash } : { name };
}
