import { quoteValue } from '../define.ts';
import type { TokenKind } from '../evaluated-token.ts';
import { opened } from '../request-facts.ts';
import { verificationOf } from '../token-keys.ts';
import { tokenRule } from '../token-rule.ts';

/** Tokens that one party signs and another verifies with a published set of keys. */
const BY_SET: ReadonlySet<TokenKind> = new Set([
  'request object',
  'id_token',
  'response token',
  'client assertion',
]);

/** A token says which key signed it. */
export const jw11 = tokenRule({
  id: 'JW11',
  severity: 'warning',
  gate: 'base',
  source:
    'OpenID Connect Core 1.0 section 10.1; RFC 7515 section 4.1.4; FAPI 1.0 Advanced sections 8.9 and 8.11; FAPI 2.0 Security Profile sections 5.4.2 and 5.4.3',
  title: 'kid names exactly one key of the set.',
  evaluate(token, context) {
    const { decoded, title } = token;
    if (!decoded.header || !BY_SET.has(token.kind) || decoded.kind === 'jwe') return [];
    const { kid, alg } = decoded.header;
    // Secrets are not published, and an unsigned token has no key.
    if (typeof alg !== 'string' || /^HS|^none$/i.test(alg)) return [];
    const keys: readonly (JsonWebKey & { readonly kid?: unknown })[] =
      verificationOf(token, context)?.keys ?? [];
    if (kid !== undefined && (typeof kid !== 'string' || kid === '')) {
      return [
        {
          message: `${title} has a kid that is ${kid === '' ? 'empty' : 'not a string'}.`,
          remedy: 'Put the kid of the signing key, as the published set has it, into the header.',
        },
      ];
    }
    if (kid === undefined) {
      if (keys.length === 1) return [];
      return [
        {
          // Only a set of several keys makes it necessary.
          ...(keys.length > 1 || opened(context, 'fapi1', 'obuk') ? {} : { severity: 'info' as const }),
          message:
            keys.length > 1
              ? `${title} has no kid in its header, although the key set has ${keys.length} keys.`
              : `${title} has no kid in its header; it needs one where the key set has several keys.`,
          remedy: 'Put the kid of the signing key, as the published set has it, into the header.',
        },
      ];
    }
    const count = keys.filter((key) => key.kid === kid).length;
    if (keys.length === 0 || count === 1) return [];
    const has = count === 0 ? 'no key of the set has' : `${count} keys of the set have`;
    return [
      {
        message: `${title} has kid ${quoteValue(kid)}, which ${has}.`,
        remedy: 'Publish the signing key under this kid, and under no other key; then fetch the set again.',
      },
    ];
  },
});
