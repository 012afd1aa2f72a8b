import type { JwsAlgorithm } from './algorithms.ts';
import { isBase64url, readBase64url } from './base64url.ts';
import { bitLength } from './bit-length.ts';
import { isRocaModulus } from './roca.ts';

/** Why a key may not verify with an algorithm. */
export interface Incompatibility {
  readonly code:
    | 'key-type'
    | 'key-alg'
    | 'key-use'
    | 'key-damaged'
    | 'weak-rsa'
    | 'unsafe-rsa'
    | 'weak-secret';
  /** A sentence. */
  readonly reason: string;
}

/** RSA keys above this length cost more than any of them is worth. */
const MAX_RSA_BITS = 16_384;

/** Length of a coordinate in bytes (RFC 7518 section 6.2.1.2, RFC 8037 section 2). */
const COORDINATES: Readonly<Record<string, number>> = { 'P-256': 32, 'P-384': 48, 'P-521': 66, Ed25519: 32 };

/** What keeps a JWK from verifying (RFC 7517 section 4, RFC 8725 sections 3.1 and 3.5), or undefined. */
export function incompatibleJwk(
  algorithm: string,
  entry: JwsAlgorithm,
  jwk: JsonWebKey,
): Incompatibility | undefined {
  const { kty, crv, alg, use, key_ops } = jwk as Readonly<Record<string, unknown>>;
  if (kty !== entry.kty || (entry.crv !== undefined && crv !== entry.crv)) {
    return { code: 'key-type', reason: `${algorithm} needs ${needed(entry)}; this is ${describeKey(jwk)}.` };
  }
  // RFC 9864 gives Ed25519 a name of its own beside EdDSA.
  const sameAlg = alg === algorithm || (entry.kty === 'OKP' && (alg === 'EdDSA' || alg === 'Ed25519'));
  if (alg !== undefined && !sameAlg) {
    return { code: 'key-alg', reason: `The key's alg is ${shown(alg)}, the token's ${algorithm}.` };
  }
  if (use !== undefined && use !== 'sig') {
    return { code: 'key-use', reason: `The key's use is ${shown(use)}; verifying needs sig.` };
  }
  if (key_ops !== undefined && !mayVerify(key_ops, jwk)) {
    return { code: 'key-use', reason: 'The key_ops of the key do not allow verify.' };
  }
  if (entry.kty === 'oct') return incompatibleSecret(algorithm, entry, memberBytes(jwk.k));
  return entry.kty === 'RSA' ? incompatibleRsa(algorithm, entry, jwk) : incompatiblePoint(jwk);
}

function mayVerify(operations: unknown, jwk: JsonWebKey): boolean {
  if (!Array.isArray(operations) || new Set(operations).size !== operations.length) return false;
  // A private key stands for its public part.
  return operations.includes('verify') || (typeof jwk.d === 'string' && operations.includes('sign'));
}

/** What keeps a secret from verifying: it must be as long as the hash (RFC 7518 section 3.2). */
export function incompatibleSecret(
  algorithm: string,
  entry: JwsAlgorithm,
  secret: Uint8Array | undefined,
): Incompatibility | undefined {
  if (entry.kty !== 'oct') {
    return { code: 'key-type', reason: `${algorithm} needs ${needed(entry)}; this is a shared secret.` };
  }
  if (!secret) return { code: 'key-damaged', reason: 'The member k of the key is no base64url.' };
  const bits = secret.length * 8;
  if (bits >= (entry.bits ?? 0)) return undefined;
  return {
    code: 'weak-secret',
    reason: `The secret has ${bits} bits; ${algorithm} needs ${entry.bits} (${entry.section}).`,
  };
}

function incompatibleRsa(
  algorithm: string,
  entry: JwsAlgorithm,
  { n, e }: JsonWebKey,
): Incompatibility | undefined {
  const modulus = memberBytes(n);
  const exponent = memberBytes(e);
  if (!modulus || !exponent)
    return { code: 'key-damaged', reason: 'The member n or e of the key is no base64url.' };
  return incompatibleNumbers(algorithm, entry, bitLength(modulus), exponent, modulus);
}

/** Modulus and exponent of an RSA key: at least 2048 bits (RFC 7518 section 3.3), odd, and an exponent that does something. */
function incompatibleNumbers(
  algorithm: string,
  entry: JwsAlgorithm,
  bits: number,
  exponent: Uint8Array,
  modulus?: Uint8Array,
): Incompatibility | undefined {
  const unsafe = (reason: string): Incompatibility => ({ code: 'unsafe-rsa', reason });
  if (bits < (entry.bits ?? 0))
    return {
      code: 'weak-rsa',
      reason: `The RSA key has ${bits} bits; ${algorithm} needs ${entry.bits} (${entry.section}).`,
    };
  if (bits > MAX_RSA_BITS) return unsafe(`The RSA key has ${bits} bits; at most ${MAX_RSA_BITS} are read.`);
  const last = exponent.at(-1) ?? 0;
  if (last % 2 === 0 || bitLength(exponent) < 2)
    return unsafe('The public exponent of the RSA key is even or 1.');
  if (modulus && (modulus.at(-1) ?? 0) % 2 === 0) return unsafe('The modulus of the RSA key is even.');
  if (modulus && isRocaModulus(modulus))
    return unsafe('The RSA key comes from the faulty generator of CVE-2017-15361 and can be factored.');
  return undefined;
}

function incompatiblePoint({ kty, crv, x, y }: JsonWebKey): Incompatibility | undefined {
  const size = COORDINATES[crv ?? ''];
  const coordinates = kty === 'EC' ? [x, y] : [x];
  if (coordinates.every((coordinate) => memberBytes(coordinate)?.length === size)) return undefined;
  return {
    code: 'key-damaged',
    reason: `The coordinates of the key are not ${size} bytes of base64url each.`,
  };
}

/** What keeps a CryptoKey from verifying, or undefined. */
export function incompatibleCryptoKey(
  algorithm: string,
  entry: JwsAlgorithm,
  key: CryptoKey,
): Incompatibility | undefined {
  const facts = key.algorithm as KeyAlgorithm & {
    readonly hash?: { readonly name: string };
    readonly namedCurve?: string;
    readonly modulusLength?: number;
    readonly publicExponent?: Uint8Array;
    readonly length?: number;
  };
  const fits =
    facts.name === entry.name &&
    (entry.name === 'ECDSA'
      ? facts.namedCurve === entry.crv
      : entry.name === 'Ed25519' || facts.hash?.name === entry.hash);
  if (!fits) {
    const detail = facts.namedCurve ?? facts.hash?.name;
    return {
      code: 'key-type',
      reason: `${algorithm} needs ${needed(entry)}; this key is for ${facts.name}${detail ? ` with ${detail}` : ''}.`,
    };
  }
  if (key.type === 'private' || !key.usages.includes('verify')) {
    return { code: 'key-use', reason: 'The key may not verify; a token is verified with the public key.' };
  }
  if (entry.kty === 'RSA')
    return incompatibleNumbers(
      algorithm,
      entry,
      facts.modulusLength ?? 0,
      facts.publicExponent ?? new Uint8Array(),
    );
  const bits = facts.length ?? 0;
  if (entry.kty !== 'oct' || bits >= (entry.bits ?? 0)) return undefined;
  return {
    code: 'weak-secret',
    reason: `The secret has ${bits} bits; ${algorithm} needs ${entry.bits} (${entry.section}).`,
  };
}

function memberBytes(member: unknown): Uint8Array | undefined {
  return typeof member === 'string' && member !== '' && isBase64url(member)
    ? readBase64url(member).bytes
    : undefined;
}

/** A key in a few words, without its material. */
export function describeKey(jwk: JsonWebKey): string {
  const { kty, crv, n } = jwk;
  if (kty === 'oct') return 'a shared secret';
  if (kty === 'RSA') return `an RSA key of ${bitLength(memberBytes(n))} bits`;
  return typeof kty === 'string'
    ? `a key of type ${[shown(kty), shown(crv)].filter(Boolean).join(' ')}`
    : 'a key without kty';
}

function needed({ kty, crv }: JwsAlgorithm): string {
  if (kty === 'oct') return 'a shared secret';
  return kty === 'RSA' ? 'an RSA public key' : `a public key on ${crv}`;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 40) : '';
}
