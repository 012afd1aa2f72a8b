import { JWS_ALGORITHMS, type JwsAlgorithm, jwsAlgorithm } from './algorithms.ts';
import { readBase64url } from './base64url.ts';
import { bitLength } from './bit-length.ts';

/** Why a key cannot sign with an algorithm. */
export interface Misfit {
  readonly code: 'algorithm-unknown' | 'key-does-not-fit' | 'key-not-private' | 'key-too-short';
  readonly message: string;
  readonly remedy: string;
}

/** Algorithms that can sign here. */
const SIGNING_ALGORITHMS: readonly string[] = Object.keys(JWS_ALGORITHMS);

/** What keeps a key from signing with an algorithm, or undefined when it fits. */
export function findMisfit(algorithm: string, key: CryptoKey | JsonWebKey | Uint8Array): Misfit | undefined {
  const wanted = jwsAlgorithm(algorithm);
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

function misfitOfSecret(algorithm: string, wanted: JwsAlgorithm, bytes: number): Misfit | undefined {
  if (wanted.kty !== 'oct') return doesNotFit(algorithm, wanted, 'a shared secret');
  return tooShort(algorithm, wanted, bytes * 8);
}

function misfitOfCryptoKey(algorithm: string, wanted: JwsAlgorithm, key: CryptoKey): Misfit | undefined {
  const facts = key.algorithm as KeyAlgorithm & {
    hash?: { name: string };
    namedCurve?: string;
    modulusLength?: number;
    length?: number;
  };
  const sameHash = wanted.kty === 'EC' || wanted.kty === 'OKP' || facts.hash?.name === wanted.hash;
  const sameCurve = wanted.kty !== 'EC' || facts.namedCurve === wanted.crv;
  if (facts.name !== wanted.name || !sameHash || !sameCurve) {
    const detail = facts.namedCurve ?? facts.hash?.name;
    return doesNotFit(algorithm, wanted, `a key for ${facts.name}${detail ? ` with ${detail}` : ''}`);
  }
  if (key.type === 'public') return notPrivate(algorithm);
  if (!key.usages.includes('sign')) return doesNotFit(algorithm, wanted, 'a key that may not sign');
  return tooShort(algorithm, wanted, facts.modulusLength ?? facts.length);
}

function misfitOfJwk(algorithm: string, wanted: JwsAlgorithm, jwk: JsonWebKey): Misfit | undefined {
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
  return wanted.kty === 'RSA' ? tooShort(algorithm, wanted, bitLength(bytesOf(jwk.n))) : undefined;
}

function doesNotFit(algorithm: string, { kty, crv }: JwsAlgorithm, what: string): Misfit {
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

function tooShort(algorithm: string, wanted: JwsAlgorithm, bits = 0): Misfit | undefined {
  if (wanted.bits === undefined || bits >= wanted.bits) return undefined;
  return {
    code: 'key-too-short',
    message: `The key has ${bits} bits; ${algorithm} needs ${wanted.bits} or more.`,
    remedy: `Use a longer key (${wanted.section}).`,
  };
}

function bytesOf(text: string | undefined): Uint8Array | undefined {
  return text === undefined ? undefined : readBase64url(text).bytes;
}
