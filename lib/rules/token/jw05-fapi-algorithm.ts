import { quoteValue } from '../define.ts';
import { tokenRule } from '../token-rule.ts';

const FAPI1 = ['PS256', 'ES256'];
const FAPI2 = [...FAPI1, 'EdDSA', 'Ed25519'];

/** FAPI allows few algorithms. */
export const jw05 = tokenRule({
  id: 'JW05',
  severity: 'error',
  gate: ['fapi1', 'fapi2'],
  source: 'FAPI 1.0 Advanced section 8.6; FAPI 2.0 Security Profile section 5.4.1',
  title: 'Tokens are signed with PS256 or ES256 (FAPI 2.0: or with EdDSA on Ed25519).',
  evaluate({ decoded, kind, title }, { gates }) {
    const { alg } = decoded.header ?? {};
    const ours = kind !== 'access token' && kind !== 'DAuth token' && kind !== 'token';
    if (!ours || typeof alg !== 'string' || alg.toLowerCase() === 'none' || decoded.kind === 'jwe') return [];
    const allowed = gates?.has('fapi1') ? FAPI1 : FAPI2;
    if (allowed.includes(alg)) return [];
    return [
      {
        message: `${title} has alg ${quoteValue(alg)}; ${gates?.has('fapi1') ? 'FAPI 1.0 Advanced' : 'FAPI 2.0'} allows ${allowed.join(', ')}.`,
        remedy: 'Sign with PS256 or ES256, and register that algorithm with the provider.',
      },
    ];
  },
});
