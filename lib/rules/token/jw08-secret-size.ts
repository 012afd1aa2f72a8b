import { jwsAlgorithm } from '../../jwt/algorithms.ts';
import { verificationOf } from '../token-keys.ts';
import { tokenRule } from '../token-rule.ts';

const REMEDY = 'Replace it with random bytes, at least as many as the hash has.';

/** A shared secret is as long as the hash. Only a check of the signature can tell. */
export const jw08 = tokenRule({
  id: 'JW08',
  severity: 'error',
  gate: 'base',
  source: 'RFC 7518 section 3.2; RFC 8725 section 3.5',
  title: 'The secret of an HMAC has at least as many bits as its hash.',
  evaluate(token, context) {
    if (jwsAlgorithm(token.decoded.header?.alg)?.kty !== 'oct') return [];
    const submitted = verificationOf(token, context)?.warnings?.find(({ code }) => code === 'weak-secret');
    return submitted ? [{ message: `${token.title}: ${submitted.message}`, remedy: REMEDY }] : [];
  },
});
