import { quoteValue } from '../define.ts';
import { givesIdTokenAnyway } from '../known-dialects.ts';
import { documented, inRequest, isHidden, responseTypes, sent, sentText, words } from '../request-facts.ts';
import type { Rule, RuleContext } from '../types.ts';

/** What only OpenID Connect defines is asked for with the scope openid. */
export const ar13: Rule = {
  id: 'AR13',
  severity: 'error',
  gate: 'oidc',
  source:
    'OpenID Connect Core 1.0 section 3.1.2.1; FAPI 1.0 Advanced section 5.2.3.1-1; RFC 6749 section 3.1',
  title: 'scope contains openid when an id_token, nonce or claims are used.',
  check(flow, context) {
    const scope = sent(flow, 'scope');
    if (isHidden(flow) || words(scope?.value).includes('openid')) return [];
    const otherwise = documentsOtherScopes(context);
    const uses = [
      responseTypes(flow).includes('id_token') && 'response_type asks for an id_token',
      sentText(flow, 'claims') !== undefined && 'claims are requested',
    ].find((use) => typeof use === 'string');
    // Providers outside of OpenID have a nonce of their own, and a server ignores what it does not know.
    const nonce = !otherwise && sent(flow, 'nonce') !== undefined && !givesIdTokenAnyway(flow);
    if (uses === undefined && !nonce) return [];
    return [
      {
        severity: otherwise ? 'info' : uses === undefined ? 'warning' : 'error',
        message: `scope ${scope ? `${quoteValue(scope.value)} does not contain openid` : 'is missing'}, but ${uses ?? 'a nonce is sent'}.`,
        remedy: otherwise
          ? 'Follow the provider’s documents, and do not rely on an id_token.'
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
