import { quote } from '../define.ts';
import { claimsOf, documented, inRequest, opened } from '../request-facts.ts';
import type { Rule, RuleContext, Severity } from '../types.ts';

const BELONG_OUTSIDE: ReadonlySet<string> = new Set(['request', 'request_uri', 'client_id']);

/** What stands outside of the request object alone is not signed, and servers ignore it. */
export const ro06: Rule = {
  id: 'RO06',
  severity: 'warning',
  gate: ['jar', 'fapi1'],
  source: 'RFC 9101 section 6.3; FAPI 1.0 Advanced sections 5.2.2-10 and 5.2.3-8',
  title: 'Every parameter stands in the request object.',
  check(flow, context) {
    const claims = claimsOf(flow);
    if (!claims) return [];
    const only = (flow.request?.parameters ?? []).filter(
      ({ name, value }) => value !== '' && !BELONG_OUTSIDE.has(name) && !Object.hasOwn(claims, name),
    );
    return only.map(({ name, value }) => {
      const outside = documentedOutside(context, name);
      const severity: Severity = opened(context, 'fapi1') ? 'error' : outside ? 'info' : 'warning';
      return {
        severity,
        message: `${name} ${quote(value)} stands outside of the request object alone: it is not signed, and servers ignore it.`,
        remedy: outside
          ? 'The provider documents it there; compare what comes back with what you sent.'
          : 'Put it among the claims.',
        at: inRequest(name),
      };
    });
  },
};

/** True when the provider always wants a request object and this parameter beside it. */
function documentedOutside(context: RuleContext, name: string): boolean {
  const always = context.profile?.requestObject?.use === 'always';
  return always && documented(context, name)?.place.in === 'query';
}
