import type { Flow } from '../../flow/types.ts';
import { hostOf } from '../../oauth/url.ts';
import { quote } from '../define.ts';
import { requestObject, sent } from '../request-facts.ts';
import type { Rule, RuleContext } from '../types.ts';

/** The provider answers by redirect, even when it refuses. */
export const cb31: Rule = {
  id: 'CB31',
  severity: 'warning',
  gate: 'base',
  source: 'RFC 6749 section 4.1.2.1; RFC 9101 section 7',
  title: 'The provider does not refuse the request on its own page.',
  check(flow, context) {
    const { request, callback, hops } = flow;
    const last = hops.at(-1);
    if (!request || callback || flow.status === 'held' || last?.status === undefined || last.status < 400)
      return [];
    if (last.role !== 'authorize request' && last.role !== 'provider') return [];
    // Asking for a password by HTTP authentication is no refusal.
    if (last.status === 401 || last.status === 407) return [];
    return [
      {
        message: `${hostOf(last.url)} answered ${last.role === 'authorize request' ? 'the authorize request' : 'a page of the sign-in'} with ${last.status} and did not redirect back.`,
        remedy:
          last.status >= 500
            ? 'Try again later; give the provider the time of this attempt.'
            : causes(flow, context),
        at: { part: 'hop' },
      },
    ];
  },
};

/** What a server may not answer by redirect (RFC 6749 section 4.1.2.1), with the values to compare. */
function causes(flow: Flow, context: RuleContext): string {
  const uri = sent(flow, 'redirect_uri');
  const client = sent(flow, 'client_id');
  const registered = context.profile?.environments.find(({ id }) => id === flow.environmentId)?.defaults[
    uri?.name ?? 'redirect_uri'
  ];
  const differs = uri && registered !== undefined && registered !== uri.value;
  const checks = [
    uri &&
      (differs
        ? `${uri.name} ${quote(uri.value)} is registered (this environment names ${quote(registered)})`
        : `${uri.name} ${quote(uri.value)} is registered exactly so`),
    client && `the client ${quote(client.value)} exists in this environment`,
    requestObject(flow) && 'the key that signed the request object is the one the provider has',
    sent(flow, 'request_uri') && 'request_uri is fresh and was not used before',
  ].filter((check) => typeof check === 'string');
  if (checks.length === 0) return 'Read the page of the provider; it says what it refuses.';
  return `Check that ${checks.join(', that ')}.`;
}
