import { quoteJson } from '../define.ts';
import { idTokensOf } from '../id-tokens.ts';
import type { Found, Rule } from '../types.ts';

const LONGEST = 255;

/** The person has an identifier that every client can store. */
export const cb32: Rule = {
  id: 'CB32',
  severity: 'error',
  gate: 'oidc',
  source: 'OpenID Connect Core 1.0 section 2',
  title: `sub of an id_token is a string of at most ${LONGEST} ASCII characters.`,
  check(flow, context) {
    return idTokensOf(flow, context).flatMap(({ claims: { sub }, at }): readonly Found[] => {
      // Its absence is a finding of another rule.
      if (sub === undefined) return [];
      const why =
        typeof sub !== 'string'
          ? `is ${quoteJson(sub)}, which is not a string`
          : sub === ''
            ? 'is empty'
            : sub.length > LONGEST
              ? `has ${sub.length} characters; ${LONGEST} are allowed`
              : /[^\x20-\x7e]/.test(sub)
                ? `${quoteJson(sub)} has characters other than ASCII`
                : undefined;
      if (why === undefined) return [];
      return [
        {
          message: `sub of the id_token ${why}.`,
          remedy: 'Report it to the provider; libraries refuse such an id_token.',
          at,
        },
      ];
    });
  },
};
