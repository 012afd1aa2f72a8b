import { readBase64url } from '../jwt/base64url.ts';
import { DerError, TAG, writeDer } from '../jwt/der.ts';
import { CURVES, KEY_OIDS, OKP_CURVES } from '../jwt/spki.ts';

/** Writes a private EC or OKP key without its public half as PKCS #8 (RFC 5958, RFC 5915, RFC 8410). Throws a DerError. */
export function pkcs8FromJwk({ kty, crv, d }: JsonWebKey): Uint8Array<ArrayBuffer> {
  const { bytes } = readBase64url(d ?? '');
  if (!bytes) throw new DerError('No private number.');
  const version = writeDer(TAG.integer, new Uint8Array([0]));
  if (kty === 'EC') {
    const curve = Object.entries(CURVES).find(([, entry]) => entry.crv === crv)?.[0] ?? '';
    const inner = writeDer(
      TAG.sequence,
      writeDer(TAG.integer, new Uint8Array([1])),
      writeDer(TAG.octetString, bytes),
    );
    const algorithm = writeDer(TAG.sequence, writeOid(KEY_OIDS.ec), writeOid(curve));
    return writeDer(TAG.sequence, version, algorithm, writeDer(TAG.octetString, inner));
  }
  const oid = Object.entries(OKP_CURVES).find(([, name]) => name === crv)?.[0] ?? '';
  const seed = writeDer(TAG.octetString, writeDer(TAG.octetString, bytes));
  return writeDer(TAG.sequence, version, writeDer(TAG.sequence, writeOid(oid)), seed);
}

function writeOid(oid: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = oid.split('.').map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const groups = [arc % 128];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
      groups.unshift((left % 128) | 0x80);
    return groups;
  });
  return writeDer(TAG.oid, new Uint8Array(bytes));
}
