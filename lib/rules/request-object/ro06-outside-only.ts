import { quoteValue } from '../define.ts';
import { claimsOf, documented, inRequest, opened } from '../request-facts.ts';
import type { Rule, RuleContext } from '../types.ts';

const BELONG_OUTSIDE: ReadonlySet<string> = new Set(['request', 'request_uri', 'client_id']);

/** What is sent outside of the request object alone is not signed. */
export const ro06: Rule = {
  id: 'RO06',
  severity: 'warning',
  gate: ['jar', 'fapi1'],
  source:
    'FAPI 1.0 Advanced sections 5.2.2-10 and 5.2.3-8; RFC 9101 section 6.3; OpenID Connect Core 1.0 section 6.1',
  title: 'Every parameter is in the request object, where OpenID does not allow it beside.',
  check(flow, context) {
    const claims = claimsOf(flow);
    const strict = opened(context, 'fapi1');
    // OpenID Connect Core section 6.1 puts parameters together from both places.
    if (!claims || (!strict && opened(context, 'oidc'))) return [];
    const only = (flow.request?.parameters ?? []).filter(
      ({ name, value }) => value !== '' && !BELONG_OUTSIDE.has(name) && !Object.hasOwn(claims, name),
    );
    return only
      .filter(({ name }) => strict || !documentedOutside(context, name))
      .map(({ name, value }) => ({
        severity: strict ? 'error' : 'warning',
        message: `${name} ${quoteValue(value)} is sent outside of the request object only: it is not signed, and a server that follows ${strict ? 'FAPI 1.0 Advanced' : 'RFC 9101'} does not read it.`,
        remedy: 'Put it among the claims of the request object.',
        at: inRequest(name),
      }));
  },
};

/** True when the provider always wants a request object and this parameter beside it. */
function documentedOutside(context: RuleContext, name: string): boolean {
  const always = context.profile?.requestObject?.use === 'always';
  return always && documented(context, name)?.place.in === 'query';
}
