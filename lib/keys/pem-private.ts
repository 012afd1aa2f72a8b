import { encodeBase64url } from '../jwt/base64url.ts';
import {
  DerError,
  type DerValue,
  derBits,
  derChildren,
  derOid,
  derUnsigned,
  readDer,
  TAG,
} from '../jwt/der.ts';
import { CURVES, KEY_OIDS, OKP_CURVES, pointToJwk } from '../jwt/spki.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** The private JWK of a PKCS #8 PrivateKeyInfo (RFC 5958 section 2). Throws a {@link DerError}. */
export function pkcs8ToJwk(bytes: Bytes): JsonWebKey {
  const [version, algorithm, key] = derChildren(readDer(bytes, TAG.sequence));
  if (version?.tag !== TAG.integer || algorithm?.tag !== TAG.sequence || key?.tag !== TAG.octetString) {
    throw new DerError('No PKCS #8 key.');
  }
  const [oidValue, parameters] = derChildren(algorithm);
  const oid = derOid(oidValue);
  if (oid === KEY_OIDS.rsa || oid === KEY_OIDS.rsaPss) return pkcs1ToJwk(key.content);
  if (oid === KEY_OIDS.ec) return sec1ToJwk(key.content, derOid(parameters));
  const crv = OKP_CURVES[oid];
  if (crv === undefined) throw new DerError(`A key of the unknown type ${oid}.`);
  const seed = readDer(key.content, TAG.octetString).content;
  if (seed.length !== 32) throw new DerError(`A key for ${crv} of ${seed.length} bytes.`);
  return { kty: 'OKP', crv, d: encodeBase64url(seed) };
}

const RSA_MEMBERS = ['n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi'] as const;

/** The private JWK of a PKCS #1 RSAPrivateKey (RFC 8017 appendix A.1.2). Throws a {@link DerError}. */
export function pkcs1ToJwk(bytes: Bytes): JsonWebKey {
  const [version, ...numbers] = derChildren(readDer(bytes, TAG.sequence));
  if (version?.content[0] !== 0 || numbers.length !== RSA_MEMBERS.length)
    throw new DerError('No RSA key of two primes.');
  const members = RSA_MEMBERS.map((name, index) => [name, encodeBase64url(derUnsigned(numbers[index]))]);
  return { kty: 'RSA', ...Object.fromEntries(members) };
}

/**
 * The private JWK of a SEC 1 ECPrivateKey (RFC 5915 section 3), without x and y when the key leaves its point out. The
 * curve stands in the key itself unless PKCS #8 names it. Throws a {@link DerError}.
 */
export function sec1ToJwk(bytes: Bytes, curveOid?: string): JsonWebKey {
  const [version, secret, ...optional] = derChildren(readDer(bytes, TAG.sequence));
  if (version?.content[0] !== 1 || secret?.tag !== TAG.octetString) throw new DerError('No EC private key.');
  const inside = (tag: number): DerValue | undefined => {
    const field = optional.find((value) => value.tag === tag);
    return field && readDer(field.content);
  };
  const oid = curveOid ?? derOid(inside(0xa0));
  const curve = CURVES[oid];
  if (!curve) throw new DerError(`A key on the unknown curve ${oid}.`);
  const d = fixedLength(secret.content, curve.size);
  const point = inside(0xa1);
  const open = point ? pointToJwk(oid, derBits(point)) : { kty: 'EC', crv: curve.crv };
  return { ...open, d: encodeBase64url(d) };
}

/** A number in exactly as many bytes as a coordinate has (RFC 7518 section 6.2.2.1). */
function fixedLength(bytes: Bytes, size: number): Bytes {
  const first = bytes.findIndex((byte) => byte !== 0);
  const number = first < 0 ? bytes.subarray(bytes.length) : bytes.subarray(first);
  if (number.length > size || number.length === 0)
    throw new DerError('A private number that does not fit its curve.');
  const fixed = new Uint8Array(size);
  fixed.set(number, size - number.length);
  return fixed;
}
