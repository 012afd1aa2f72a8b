import { quote } from '../define.ts';
import { idTokensOf } from '../id-tokens.ts';
import type { Rule } from '../types.ts';

/** The id_token was made for this request. */
export const cb09: Rule = {
  id: 'CB09',
  severity: 'error',
  gate: 'oidc',
  source: 'OpenID Connect Core 1.0 sections 3.1.3.7 and 3.2.2.11',
  title: 'nonce in the id_token is the one that was sent.',
  check(flow) {
    const { request } = flow;
    if (!request) return [];
    const sent = request.values.nonce?.value;
    // A pushed request may have had one that nobody saw here.
    if (sent === undefined && request.values.request_uri) return [];
    return idTokensOf(flow).flatMap(({ claims, at }) => {
      const { nonce } = claims;
      if (nonce === sent) return [];
      const message =
        nonce === undefined
          ? `nonce is missing in the id_token; the request sent ${quote(sent ?? '')}.`
          : sent === undefined
            ? `nonce in the id_token is ${quote(textOf(nonce))}, but the request sent none.`
            : `nonce in the id_token is ${quote(textOf(nonce))}; the request sent ${quote(sent)}.`;
      return [
        {
          message,
          remedy: 'Refuse the id_token: it answers another request, or was replayed.',
          at,
        },
      ];
    });
  },
};

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
