import { quote } from '../define.ts';
import { documented, inRequest, isHidden, responseTypes, sent, sentText, words } from '../request-facts.ts';
import type { Rule, RuleContext } from '../types.ts';

/** What only OpenID Connect defines is asked for with the scope openid. */
export const ar13: Rule = {
  id: 'AR13',
  severity: 'error',
  gate: 'oidc',
  source: 'OpenID Connect Core 1.0 section 3.1.2.1; FAPI 1.0 Advanced section 5.2.3.1-1',
  title: 'scope contains openid when an id_token, nonce or claims are used.',
  check(flow, context) {
    const scope = sent(flow, 'scope');
    if (isHidden(flow) || words(scope?.value).includes('openid')) return [];
    const otherwise = documentsOtherScopes(context);
    const uses = [
      responseTypes(flow).includes('id_token') && 'response_type asks for an id_token',
      sentText(flow, 'claims') !== undefined && 'claims are asked for',
      // Providers outside of OpenID have a nonce of their own.
      !otherwise && sent(flow, 'nonce') && 'nonce is sent',
    ].find((use) => typeof use === 'string');
    if (uses === undefined) return [];
    return [
      {
        ...(otherwise ? { severity: 'info' as const } : {}),
        message: `scope ${scope ? `${quote(scope.value)} lacks openid` : 'is missing'}, but ${uses}.`,
        remedy: otherwise
          ? 'Keep to what the provider documents, and do not count on an id_token.'
          : 'Add openid, or leave out what only OpenID Connect defines.',
        at: inRequest(scope?.name ?? 'scope'),
      },
    ];
  },
};

/** True when the provider's documents name the scopes there are, and openid is not among them. */
function documentsOtherScopes(context: RuleContext): boolean {
  const spec = documented(context, 'scope');
  return (
    spec?.choices !== undefined &&
    !spec.choices.includes('openid') &&
    spec.checks.some(({ kind }) => kind === 'one-of' || kind === 'scope-known')
  );
}
