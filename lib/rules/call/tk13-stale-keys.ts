import { parseJsonObject } from '../../jwt/parse-json.ts';
import { quoteValue } from '../define.ts';
import { evaluatedTokens } from '../evaluated-token.ts';
import type { Found, Rule } from '../types.ts';

/** Looked at where the page itself fetched a key set, after which the provider signed with another key. */
export const tk13: Rule = {
  id: 'TK13',
  severity: 'error',
  gate: 'oidc',
  source: 'OpenID Connect Core 1.0 section 10.1.1; RFC 7517 section 4.5',
  title: 'The key set that the page holds has the key of the id_token.',
  check(flow, context) {
    const sets = (flow.calls ?? []).filter(({ stepId }) => stepId === 'page:jwks');
    const last = sets.at(-1);
    const kids = last && kidsOf(last.body);
    if (!last || !kids) return [];
    return (context.tokens ?? evaluatedTokens(flow)).flatMap(({ kind, decoded, at }): readonly Found[] => {
      const kid = decoded.header?.kid;
      const isSigned =
        kind === 'id_token' && at.part !== 'request' && !String(decoded.header?.alg).startsWith('HS');
      if (!isSigned || typeof kid !== 'string' || kids.includes(kid)) return [];
      return [
        {
          message: `The id_token is signed with key ${quoteValue(kid)}, which is not in the key set that the page fetched from ${last.url} (${kids.map(quoteValue).join(', ') || 'no kid'}).`,
          remedy:
            'Fetch the key set again when a kid is unknown, once for each token; the provider rotated its keys.',
          at: { ...at, parameter: 'kid' },
        },
      ];
    });
  },
};

/** The kids of a key set; undefined when the text is none. */
function kidsOf(body: string | undefined): readonly string[] | undefined {
  const keys = parseJsonObject(body ?? '')?.keys;
  if (!Array.isArray(keys)) return undefined;
  return keys.flatMap((key) =>
    typeof key === 'object' && key !== null && !Array.isArray(key) && typeof key.kid === 'string'
      ? [key.kid]
      : [],
  );
}
