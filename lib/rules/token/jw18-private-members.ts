import { titleOf, verificationOf } from '../token-keys.ts';
import { tokenRule } from '../token-rule.ts';

/** Members that only the owner of a key may know (RFC 7518 sections 6.2.2, 6.3.2 and 6.4.1). */
const PRIVATE = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** A published key is public. */
export const jw18 = tokenRule({
  id: 'JW18',
  severity: 'error',
  gate: 'base',
  source: 'RFC 7517 section 9.2; RFC 7518 section 6',
  title: 'No published key has private members (d, p, q, k).',
  evaluate(token, context) {
    const { jwk } = token.decoded.header ?? {};
    const own = typeof jwk === 'object' && jwk !== null && !Array.isArray(jwk) ? [jwk as JsonWebKey] : [];
    const keys = [
      ...own.map((key) => ({ key, title: 'The key in the header (jwk)' })),
      ...(verificationOf(token, context)?.keys ?? []).map((key) => ({ key, title: titleOf(key) })),
    ];
    return keys.flatMap(({ key, title }) => {
      const members = PRIVATE.filter((name) => Object.hasOwn(key, name));
      if (members.length === 0) return [];
      return [
        {
          message: `${token.title}: ${title} publishes private members: ${members.join(', ')}.`,
          remedy: 'Stop using the key at once, and publish only the public members of a new one.',
        },
      ];
    });
  },
});
