import { quoteValue } from '../define.ts';
import { placeholderOf } from '../placeholder-of.ts';
import { tokenRule } from '../token-rule.ts';

/** The secret is not one that everybody knows. */
export const jw09 = tokenRule({
  id: 'JW09',
  severity: 'error',
  gate: 'base',
  source: 'RFC 8725 section 3.5',
  title: 'The signature does not verify with a secret that documentation publishes.',
  evaluate({ decoded, title }) {
    const secret = placeholderOf(decoded);
    if (secret === undefined) return [];
    return [
      {
        message: `${title} is signed with the published placeholder ${quoteValue(secret)}: anybody can make one.`,
        remedy: 'Replace the secret with random bytes, and sign again what was signed with it.',
      },
    ];
  },
});
