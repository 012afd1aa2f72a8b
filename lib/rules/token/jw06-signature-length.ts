import { jwsAlgorithm } from '../../jwt/algorithms.ts';
import { readBase64url } from '../../jwt/base64url.ts';
import { bitLength } from '../../jwt/bit-length.ts';
import type { DecodedToken } from '../../jwt/types.ts';
import { keysOfToken } from '../token-keys.ts';
import { type TokenFound, tokenRule } from '../token-rule.ts';

/** A signature is as long as its algorithm makes it. */
export const jw06 = tokenRule({
  id: 'JW06',
  severity: 'error',
  gate: 'base',
  source: 'RFC 7518 sections 3.2 to 3.5; RFC 8037 section 3.1',
  title: 'The signature has the length that alg makes: the hash, R and S side by side, or the RSA modulus.',
  evaluate(token, context) {
    const { decoded, title } = token;
    const bytes = signatureOf(decoded);
    const alg = decoded.header?.alg;
    const entry = jwsAlgorithm(alg);
    if (!entry || !bytes) return [];
    if (bytes.length === 0) {
      return [
        {
          message: `${title} has alg “${alg}” and no signature: it was cut off.`,
          remedy:
            'Reject it. If the token is yours, copy it whole, including what stands after the second dot.',
        },
      ];
    }
    const modulus = keysOfToken(token, context).find(({ jwk }) => jwk.kty === 'RSA')?.jwk.n;
    const expected =
      entry.signatureBytes ??
      (modulus === undefined ? undefined : Math.ceil(bitLength(readBase64url(modulus).bytes) / 8));
    if (expected === undefined)
      return cutRsa(entry.kty === 'RSA', bytes.length, `${title} has a signature of ${bytes.length} bytes`);
    if (bytes.length === expected) return [];
    const der = entry.name === 'ECDSA' && bytes[0] === 0x30;
    return [
      {
        message: `${title} has a signature of ${bytes.length} bytes; ${alg} makes ${expected}${der ? ', and this looks like DER' : ''}.`,
        remedy: der
          ? `Write R and S side by side as ${expected} bytes (RFC 7518 section 3.4), such as dsaEncoding "ieee-p1363".`
          : 'Check that alg names the algorithm that really signed, and that the token was copied whole.',
      },
    ];
  },
});

/** Without the key, only lengths that no RSA key in use makes are told: keys have whole multiples of 256 bits. */
function cutRsa(isRsa: boolean, bytes: number, what: string): readonly TokenFound[] {
  if (!isRsa || (bytes % 32 === 0 && bytes >= 64)) return [];
  return [
    {
      message: `${what}, which no RSA key makes: it was cut off or is not an RSA signature.`,
      remedy: 'Copy the token whole, including the last characters; a 2048-bit key makes 256 bytes.',
    },
  ];
}

function signatureOf({ segments, kind, serialisation }: DecodedToken): Uint8Array | undefined {
  if (kind === 'jwe' || serialisation || segments.length !== 3) return undefined;
  const text = segments[2]?.text ?? '';
  // A text that is cut in the middle of a byte has the length of the bytes before it.
  return readBase64url(text).bytes ?? readBase64url(text.slice(0, -1)).bytes;
}
