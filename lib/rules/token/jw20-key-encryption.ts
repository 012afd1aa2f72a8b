import { quoteValue } from '../define.ts';
import { tokenRule } from '../token-rule.ts';

/** A key is not encrypted in a way that padding oracles break. */
export const jw20 = tokenRule({
  id: 'JW20',
  severity: 'warning',
  gate: 'base',
  source: 'RFC 8725 section 3.2; RFC 7518 section 4.2; FAPI 1.0 Advanced section 8.6.1',
  title: 'An encrypted token does not use RSA1_5; FAPI forbids it.',
  evaluate({ decoded, title }, { gates }) {
    const { alg, enc } = decoded.header ?? {};
    if (alg !== 'RSA1_5' || (decoded.kind !== 'jwe' && enc === undefined)) return [];
    return [
      {
        ...(gates?.has('fapi1') || gates?.has('fapi2') ? { severity: 'error' as const } : {}),
        message: `${title} is encrypted with alg ${quoteValue(alg)}, which padding oracle attacks break.`,
        remedy: 'Use RSA-OAEP-256 or ECDH-ES, and register that algorithm with the provider.',
      },
    ];
  },
});
