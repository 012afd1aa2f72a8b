import { jwsAlgorithm } from '../../jwt/algorithms.ts';
import { quoteValue } from '../define.ts';
import { tokenRule } from '../token-rule.ts';

/** A token is signed, by an algorithm that is known. */
export const jw03 = tokenRule({
  id: 'JW03',
  severity: 'error',
  gate: 'base',
  source: 'RFC 7515 section 4.1.1; RFC 8725 sections 3.1 and 3.2; JARM section 2.4',
  title: 'alg is present, known and never none.',
  evaluate({ decoded, title }) {
    const { header } = decoded;
    if (!header || decoded.kind === 'jwe' || decoded.segments.length === 5) return [];
    const { alg } = header;
    if (typeof alg !== 'string') {
      return [
        {
          message: `${title} has ${alg === undefined ? 'no alg' : `an alg that is not a string (${quoteValue(JSON.stringify(alg))})`} in its header.`,
          remedy: 'Reject it: without alg it cannot be verified.',
        },
      ];
    }
    if (alg.toLowerCase() === 'none') {
      return [
        {
          message: `${title} has alg ${quoteValue(alg)}: it is not signed, so anybody could have made it.`,
          remedy: 'Sign it, and let the reader allow only the algorithms it expects.',
        },
      ];
    }
    if (jwsAlgorithm(alg)) return [];
    return [
      {
        message: `${title} has alg ${quoteValue(alg)}, which is not a signature algorithm in use.`,
        remedy: 'Use PS256 or ES256; names are case sensitive.',
      },
    ];
  },
});
