import { quoteJson, quoteValue } from '../define.ts';
import { idTokensOf } from '../id-tokens.ts';
import { isHidden, sent } from '../request-facts.ts';
import type { Found, Rule } from '../types.ts';

/** The id_token was made for this request. */
export const cb09: Rule = {
  id: 'CB09',
  severity: 'error',
  gate: 'oidc',
  source: 'OpenID Connect Core 1.0 sections 3.1.3.7, 3.2.2.11 and 12.2',
  title: 'nonce in the id_token is the one that was sent.',
  check(flow, context) {
    if (!flow.request) return [];
    const wanted = sent(flow, 'nonce')?.value;
    // A pushed or encrypted request may have had one that nobody saw here.
    if (wanted === undefined && isHidden(flow)) return [];
    return idTokensOf(flow, context).flatMap(({ claims, at, refreshed }): readonly Found[] => {
      const { nonce } = claims;
      if (nonce === wanted || (nonce === undefined && refreshed)) return [];
      const message =
        nonce === undefined
          ? `nonce is missing in the id_token; the request sent ${quoteValue(wanted ?? '')}.`
          : wanted === undefined
            ? `nonce in the id_token is ${quoteJson(nonce)}, but the request sent none.`
            : `nonce in the id_token is ${quoteJson(nonce)}; the request sent ${quoteValue(wanted)}.`;
      const remedy = 'Refuse the id_token: it answers another request, or was replayed.';
      return [{ message, remedy, at }];
    });
  },
};
