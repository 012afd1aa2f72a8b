import { verificationOf } from '../token-keys.ts';
import { tokenRule } from '../token-rule.ts';

/** An RSASSA-PSS signature has a salt as long as its hash. Only a check of the signature can tell. */
export const jw10 = tokenRule({
  id: 'JW10',
  severity: 'error',
  gate: 'base',
  source: 'RFC 7518 section 3.5',
  title: 'The salt of PS256, PS384 and PS512 is as long as the hash.',
  evaluate(token, context) {
    const warnings = verificationOf(token, context)?.warnings ?? [];
    return warnings
      .filter(({ code }) => code === 'pss-salt')
      .map(({ message }) => ({
        message: `${token.title}: ${message}`,
        remedy:
          'Set the salt length of the signer to 32, 48 or 64 bytes, and its mask function to the same hash.',
      }));
  },
});
