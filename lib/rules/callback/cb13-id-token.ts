import type { Flow } from '../../flow/types.ts';
import { claimFaults } from '../claim-faults.ts';
import { quoteJson, quoteValue } from '../define.ts';
import { idTokensOf, type ReceivedIdToken } from '../id-tokens.ts';
import { signatureFinding } from '../signature-finding.ts';
import type { Found, Rule } from '../types.ts';

const REQUIRED = ['iss', 'sub', 'aud', 'exp', 'iat'] as const;

/** An id_token is from the issuer, for this client, and still good when it came. */
export const cb13: Rule = {
  id: 'CB13',
  severity: 'error',
  gate: 'oidc',
  source: 'OpenID Connect Core 1.0 sections 2 and 3.1.3.7',
  title: 'iss, aud, exp, iat and the signature of an id_token hold; azp, where there is one, is the client.',
  check(flow, context) {
    const clientId = flow.request?.values.client_id?.value;
    return idTokensOf(flow, context).flatMap((token) => [
      ...missing(token),
      ...claimFaults({
        what: 'id_token',
        claims: token.claims,
        receivedAt: token.receivedAt,
        issuer: context.issuer,
        clientId,
        timeZone: context.timeZone,
      }).map((fault) => ({ ...fault, at: token.at })),
      ...authorised(flow, token),
      ...signatureFinding(token.token, 'id_token', token.at, context),
    ]);
  },
};

function missing({ claims, at }: ReceivedIdToken): readonly Found[] {
  const absent = REQUIRED.filter((name) => claims[name] === undefined);
  if (absent.length === 0) return [];
  const message = `The id_token has no ${absent.join(', ')}, which OpenID requires.`;
  return [{ message, remedy: 'Refuse the id_token, and report it to the provider.', at }];
}

/** Other parties than the client in aud are to be trusted ones; azp says whom the token was made for. */
function authorised({ request }: Flow, { claims: { azp, aud }, at }: ReceivedIdToken): readonly Found[] {
  const clientId = request?.values.client_id?.value;
  if (clientId === undefined || azp === undefined || azp === clientId) return [];
  const several = Array.isArray(aud) && aud.length > 1 ? `, one of ${aud.length} in aud` : '';
  return [
    {
      severity: 'warning',
      message: `azp of the id_token is ${quoteJson(azp)}; the client_id of the request is ${quoteValue(clientId)}${several}.`,
      remedy: 'Accept it only if you know why the token was made for another client.',
      at,
    },
  ];
}
