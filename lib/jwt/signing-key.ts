import { readBase64url } from './base64url.ts';

/** Why a key cannot sign with an algorithm. */
export interface Misfit {
  readonly code: 'algorithm-unknown' | 'key-does-not-fit' | 'key-not-private' | 'key-too-short';
  readonly message: string;
  readonly remedy: string;
}

interface AlgorithmKey {
  /** JWK key type (RFC 7518 section 6.1). */
  readonly kty: 'RSA' | 'EC' | 'OKP' | 'oct';
  readonly crv?: string;
  /** WebCrypto name. */
  readonly name: string;
  readonly hash?: string;
  /** Smallest key in bits. */
  readonly bits?: number;
}

const rsa = (name: string, hash: string): AlgorithmKey => ({ kty: 'RSA', name, hash, bits: 2048 });
const hmac = (hash: string, bits: number): AlgorithmKey => ({ kty: 'oct', name: 'HMAC', hash, bits });

/** What key an algorithm signs with (RFC 7518 sections 3.2 to 3.5, RFC 8037 section 3.1). */
const KEYS: Readonly<Record<string, AlgorithmKey>> = {
  PS256: rsa('RSA-PSS', 'SHA-256'),
  PS384: rsa('RSA-PSS', 'SHA-384'),
  PS512: rsa('RSA-PSS', 'SHA-512'),
  RS256: rsa('RSASSA-PKCS1-v1_5', 'SHA-256'),
  RS384: rsa('RSASSA-PKCS1-v1_5', 'SHA-384'),
  RS512: rsa('RSASSA-PKCS1-v1_5', 'SHA-512'),
  ES256: { kty: 'EC', crv: 'P-256', name: 'ECDSA' },
  ES384: { kty: 'EC', crv: 'P-384', name: 'ECDSA' },
  ES512: { kty: 'EC', crv: 'P-521', name: 'ECDSA' },
  EdDSA: { kty: 'OKP', crv: 'Ed25519', name: 'Ed25519' },
  Ed25519: { kty: 'OKP', crv: 'Ed25519', name: 'Ed25519' },
  HS256: hmac('SHA-256', 256),
  HS384: hmac('SHA-384', 384),
  HS512: hmac('SHA-512', 512),
};

/** Algorithms that can sign here. */
export const SIGNING_ALGORITHMS: readonly string[] = Object.keys(KEYS);

/** What keeps a key from signing with an algorithm, or undefined when it fits. */
export function findMisfit(algorithm: string, key: CryptoKey | JsonWebKey | Uint8Array): Misfit | undefined {
  const wanted = Object.hasOwn(KEYS, algorithm) ? KEYS[algorithm] : undefined;
  if (!wanted) {
    return {
      code: 'algorithm-unknown',
      message: `The algorithm ${algorithm} is not known.`,
      remedy: `Use one of ${SIGNING_ALGORITHMS.join(', ')}.`,
    };
  }
  if (key instanceof Uint8Array) return misfitOfSecret(algorithm, wanted, key.length);
  if (key instanceof CryptoKey) return misfitOfCryptoKey(algorithm, wanted, key);
  return misfitOfJwk(algorithm, wanted, key);
}

function misfitOfSecret(algorithm: string, wanted: AlgorithmKey, bytes: number): Misfit | undefined {
  if (wanted.kty !== 'oct') return doesNotFit(algorithm, wanted, 'a shared secret');
  return tooShort(algorithm, wanted, bytes * 8);
}

function misfitOfCryptoKey(algorithm: string, wanted: AlgorithmKey, key: CryptoKey): Misfit | undefined {
  const facts = key.algorithm as KeyAlgorithm & {
    hash?: { name: string };
    namedCurve?: string;
    modulusLength?: number;
    length?: number;
  };
  const sameHash = wanted.kty === 'EC' || facts.hash?.name === wanted.hash;
  const sameCurve = wanted.kty !== 'EC' || facts.namedCurve === wanted.crv;
  if (facts.name !== wanted.name || !sameHash || !sameCurve) {
    const detail = facts.namedCurve ?? facts.hash?.name;
    return doesNotFit(algorithm, wanted, `a key for ${facts.name}${detail ? ` with ${detail}` : ''}`);
  }
  if (key.type === 'public') return notPrivate(algorithm);
  if (!key.usages.includes('sign')) return doesNotFit(algorithm, wanted, 'a key that may not sign');
  return tooShort(algorithm, wanted, facts.modulusLength ?? facts.length);
}

function misfitOfJwk(algorithm: string, wanted: AlgorithmKey, jwk: JsonWebKey): Misfit | undefined {
  if (jwk.kty !== wanted.kty || (wanted.crv !== undefined && jwk.crv !== wanted.crv)) {
    return doesNotFit(
      algorithm,
      wanted,
      `a ${[jwk.kty ?? 'nameless', jwk.crv].filter(Boolean).join(' ')} key`,
    );
  }
  if (jwk.alg !== undefined && jwk.alg !== algorithm) {
    return doesNotFit(algorithm, wanted, `a key whose alg is ${jwk.alg}`);
  }
  if (jwk.use !== undefined && jwk.use !== 'sig') {
    return doesNotFit(algorithm, wanted, `a key whose use is ${jwk.use}`);
  }
  if (jwk.key_ops !== undefined && !jwk.key_ops.includes('sign')) {
    return doesNotFit(algorithm, wanted, 'a key whose key_ops do not contain sign');
  }
  if (wanted.kty === 'oct') return misfitOfSecret(algorithm, wanted, bytesOf(jwk.k)?.length ?? 0);
  if (jwk.d === undefined) return notPrivate(algorithm);
  return wanted.kty === 'RSA' ? tooShort(algorithm, wanted, bitsOf(jwk.n)) : undefined;
}

function doesNotFit(algorithm: string, { kty, crv }: AlgorithmKey, what: string): Misfit {
  const needed = kty === 'oct' ? 'a shared secret' : `a private ${kty} key${crv ? ` on ${crv}` : ''}`;
  return {
    code: 'key-does-not-fit',
    message: `${algorithm} cannot sign with ${what}.`,
    remedy: `Choose ${needed} made for ${algorithm}, or another algorithm.`,
  };
}

function notPrivate(algorithm: string): Misfit {
  return {
    code: 'key-not-private',
    message: `The key is a public one; ${algorithm} signs with its private part.`,
    remedy: 'Choose the private key.',
  };
}

function tooShort(algorithm: string, wanted: AlgorithmKey, bits = 0): Misfit | undefined {
  if (wanted.bits === undefined || bits >= wanted.bits) return undefined;
  return {
    code: 'key-too-short',
    message: `The key has ${bits} bits; ${algorithm} needs ${wanted.bits} or more.`,
    remedy: `Use a longer key (${sectionOf(wanted)}).`,
  };
}

function sectionOf({ kty, name }: AlgorithmKey): string {
  if (kty === 'oct') return 'RFC 7518 section 3.2';
  return name === 'RSA-PSS' ? 'RFC 7518 section 3.5' : 'RFC 7518 section 3.3';
}

function bytesOf(text: string | undefined): Uint8Array | undefined {
  return text === undefined ? undefined : readBase64url(text).bytes;
}

/** Length of a base64url number in bits, without leading zero bits. */
function bitsOf(text: string | undefined): number {
  const bytes = bytesOf(text);
  const first = bytes?.findIndex((byte) => byte !== 0) ?? -1;
  if (!bytes || first < 0) return 0;
  return (bytes.length - first) * 8 - Math.clz32(bytes[first] ?? 0) + 24;
}
