import { quoteValue } from '../define.ts';
import { tokenRule } from '../token-rule.ts';

/** Claims that name a secret. */
const SECRET = /(?:^|_|-)(?:password|passwd|pwd|pin|secret|private_?key|api_?key|certificate)$/i;

/** Claims that tell more of a person than a token in a URL should. */
const PERSONAL = /^(?:ssn|social_security_number|national_id|passport_number|iban|card_number|pan)$/i;

/** Text that is public by nature: a PEM block, a URL, or base64 of a certificate. */
const PUBLIC = /^(?:-----BEGIN|https?:|MII)/;

/** A signed token is not encrypted: whoever sees it reads it. */
export const jw17 = tokenRule({
  id: 'JW17',
  severity: 'warning',
  gate: 'base',
  source: 'RFC 7519 section 12',
  title: 'No claim of a token that is only signed holds a secret or personal data.',
  evaluate({ decoded, title }) {
    return Object.entries(decoded.payload ?? {}).flatMap(([name, value]) => {
      if (typeof value !== 'string' || value === '' || PUBLIC.test(value)) return [];
      const secret = SECRET.test(name);
      if (!secret && !PERSONAL.test(name)) return [];
      return [
        {
          message: `${title} has ${quoteValue(name)} in clear text: ${secret ? 'a secret' : 'personal data'} that everybody who sees the token can read.`,
          remedy: 'Leave it out or encrypt the token, and replace a secret that is in use.',
        },
      ];
    });
  },
});
