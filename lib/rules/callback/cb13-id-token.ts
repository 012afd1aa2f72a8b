import type { Flow } from '../../flow/types.ts';
import { checkClaims } from '../../jwt/check-claims.ts';
import { checkableClaims } from '../checkable-claims.ts';
import { quote, quoteJson } from '../define.ts';
import { idTokensOf, type ReceivedIdToken } from '../id-tokens.ts';
import { signatureFinding } from '../signature-finding.ts';
import type { Found, Rule, RuleContext } from '../types.ts';

const REQUIRED = ['iss', 'sub', 'aud', 'exp', 'iat'] as const;

/** Seconds by which the clocks of provider and browser may differ. */
const TOLERANCE = 60;

/** An id_token is from the issuer, for this client, and still good when it came. */
export const cb13: Rule = {
  id: 'CB13',
  severity: 'error',
  gate: 'oidc',
  source: 'OpenID Connect Core 1.0 sections 2 and 3.1.3.7',
  title: 'iss, aud, exp, iat and the signature of an id_token hold; azp, where there is one, is the client.',
  check(flow, context) {
    return idTokensOf(flow).flatMap((token) => [
      ...missing(token),
      ...claims(flow, token, context),
      ...authorised(flow, token),
      ...signatureFinding(token.token, 'id_token', token.at, context),
    ]);
  },
};

function missing({ claims: has, at }: ReceivedIdToken): readonly Found[] {
  const absent = REQUIRED.filter((name) => has[name] === undefined);
  if (absent.length === 0) return [];
  return [
    {
      message: `The id_token has no ${absent.join(', ')}.`,
      remedy: 'Refuse it: an id_token without these claims says nothing that can be relied on.',
      at,
    },
  ];
}

function claims(
  flow: Flow,
  { claims: has, receivedAt, at }: ReceivedIdToken,
  { issuer }: RuleContext,
): readonly Found[] {
  const clientId = flow.request?.values.client_id?.value;
  return checkClaims(checkableClaims(has), {
    now: receivedAt,
    clockTolerance: TOLERANCE,
    ...(issuer === undefined || has.iss === undefined ? {} : { issuer }),
    ...(clientId === undefined || has.aud === undefined ? {} : { audience: clientId }),
  })
    .filter(({ ok }) => !ok)
    .map(({ message }) => ({
      message: `The id_token: ${message}`,
      remedy:
        'Refuse it. iss and aud must be the issuer you asked and your client_id, as text; check this machine’s clock if only times are wrong.',
      at,
    }));
}

/** Other parties than the client in aud are to be trusted ones; azp says whom the token was made for. */
function authorised({ request }: Flow, { claims: { azp, aud }, at }: ReceivedIdToken): readonly Found[] {
  const clientId = request?.values.client_id?.value;
  if (clientId === undefined || azp === undefined || azp === clientId) return [];
  return [
    {
      severity: 'warning',
      message: `azp in the id_token is ${quoteJson(azp)}; the request was that of client_id ${quote(clientId)}${Array.isArray(aud) ? `, one of ${aud.length} in aud` : ''}.`,
      remedy: 'Accept it only if you know why this token was made for another client.',
      at,
    },
  ];
}
