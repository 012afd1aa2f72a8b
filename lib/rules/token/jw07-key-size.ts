import { jwsAlgorithm } from '../../jwt/algorithms.ts';
import { readBase64url } from '../../jwt/base64url.ts';
import { incompatibleJwk } from '../../jwt/incompatible-key.ts';
import { keysOfToken } from '../token-keys.ts';
import { tokenRule } from '../token-rule.ts';

const REMEDY = 'Make an RSA key of at least 2048 bits or a key on P-256, and sign with that.';

/** Bytes of signatures that RSA keys of 512, 768, 1024 and 1536 bits make; other short ones were cut off. */
const WEAK_BYTES: ReadonlySet<number> = new Set([64, 96, 128, 192]);

/** The key is long enough. */
export const jw07 = tokenRule({
  id: 'JW07',
  severity: 'error',
  gate: 'base',
  source: 'RFC 7518 sections 3.3 and 3.5; FAPI 2.0 Security Profile section 5.4.1',
  title: 'RSA keys have at least 2048 bits, elliptic curve keys at least 224.',
  evaluate(token, context) {
    const { decoded, title } = token;
    const { alg } = decoded.header ?? {};
    const entry = jwsAlgorithm(alg);
    if (typeof alg !== 'string' || !entry || decoded.segments.length !== 3) return [];
    const weak = keysOfToken(token, context).flatMap(({ jwk, title: key }) => {
      const incompatible = incompatibleJwk(alg, entry, jwk);
      const tooWeak = incompatible?.code === 'weak-rsa' || incompatible?.code === 'unsafe-rsa';
      return tooWeak
        ? [{ message: `${title}: ${key} is too weak. ${incompatible.reason}`, remedy: REMEDY }]
        : [];
    });
    if (weak.length > 0 || entry.kty !== 'RSA') return weak;
    const length = readBase64url(decoded.segments[2]?.text ?? '').bytes?.length ?? 0;
    if (!WEAK_BYTES.has(length)) return [];
    return [
      {
        message: `${title} has a signature of ${length} bytes, so its RSA key has ${length * 8} bits; ${alg} needs 2048.`,
        remedy: REMEDY,
      },
    ];
  },
});
