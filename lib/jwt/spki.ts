import { encodeBase64url } from './base64url.ts';
import { DerError, derBits, derChildren, derOid, derUnsigned, readDer, TAG } from './der.ts';

/** Key types by the object identifier of their algorithm (RFC 8017 appendix A, RFC 5480, RFC 8410). */
export const KEY_OIDS = {
  rsa: '1.2.840.113549.1.1.1',
  rsaPss: '1.2.840.113549.1.1.10',
  ec: '1.2.840.10045.2.1',
  ed25519: '1.3.101.112',
  x25519: '1.3.101.110',
} as const;

/** Curves by object identifier (RFC 5480 section 2.1.1.1), with the length of a coordinate in bytes. */
export const CURVES: Readonly<Record<string, { readonly crv: string; readonly size: number }>> = {
  '1.2.840.10045.3.1.7': { crv: 'P-256', size: 32 },
  '1.3.132.0.34': { crv: 'P-384', size: 48 },
  '1.3.132.0.35': { crv: 'P-521', size: 66 },
};

/** Curves of RFC 8410 by object identifier. */
export const OKP_CURVES: Readonly<Record<string, string>> = {
  [KEY_OIDS.ed25519]: 'Ed25519',
  [KEY_OIDS.x25519]: 'X25519',
};

/** The public JWK of a SubjectPublicKeyInfo (RFC 5280 section 4.1). Throws a {@link DerError}. */
export function spkiToJwk(bytes: Uint8Array<ArrayBuffer>): JsonWebKey {
  const [algorithm, key] = derChildren(readDer(bytes, TAG.sequence));
  if (algorithm?.tag !== TAG.sequence) throw new DerError('No algorithm.');
  const [oidValue, parameters] = derChildren(algorithm);
  const oid = derOid(oidValue);
  const bits = derBits(key);
  if (oid === KEY_OIDS.rsa || oid === KEY_OIDS.rsaPss) return rsaPublicToJwk(bits);
  if (oid === KEY_OIDS.ec) return pointToJwk(derOid(parameters), bits);
  const crv = OKP_CURVES[oid];
  if (crv === undefined) throw new DerError(`A key of the unknown type ${oid}.`);
  if (bits.length !== 32) throw new DerError(`A key for ${crv} of ${bits.length} bytes.`);
  return { kty: 'OKP', crv, x: encodeBase64url(bits) };
}

/** The public JWK of an RSAPublicKey, the PKCS #1 form (RFC 8017 appendix A.1.1). Throws a {@link DerError}. */
export function rsaPublicToJwk(bytes: Uint8Array<ArrayBuffer>): JsonWebKey {
  const [n, e] = derChildren(readDer(bytes, TAG.sequence));
  return { kty: 'RSA', n: encodeBase64url(derUnsigned(n)), e: encodeBase64url(derUnsigned(e)) };
}

/** The public JWK of an uncompressed point (RFC 5480 section 2.2). Throws a {@link DerError}. */
export function pointToJwk(curveOid: string, point: Uint8Array<ArrayBuffer>): JsonWebKey {
  const curve = CURVES[curveOid];
  if (!curve) throw new DerError(`A key on the unknown curve ${curveOid}.`);
  if (point[0] !== 4 || point.length !== 1 + 2 * curve.size)
    throw new DerError('A point that is not uncompressed.');
  const x = point.subarray(1, 1 + curve.size);
  const y = point.subarray(1 + curve.size);
  return { kty: 'EC', crv: curve.crv, x: encodeBase64url(x), y: encodeBase64url(y) };
}

/** The SubjectPublicKeyInfo inside an X.509 certificate (RFC 5280 section 4.1). Throws a {@link DerError}. */
export function certificateSpki(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const [body] = derChildren(readDer(bytes, TAG.sequence));
  if (body?.tag !== TAG.sequence) throw new DerError('No certificate.');
  const fields = derChildren(body);
  // The version, [0], may be left out; serial number, signature, issuer, validity and subject come before the key.
  const key = fields[fields[0]?.tag === 0xa0 ? 6 : 5];
  if (key?.tag !== TAG.sequence) throw new DerError('A certificate without a key.');
  return key.encoding;
}
