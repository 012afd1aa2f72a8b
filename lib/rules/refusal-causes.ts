import type { Flow } from '../flow/types.ts';
import { quoteValue } from './define.ts';
import { requestObject, sent } from './request-facts.ts';
import type { RuleContext } from './types.ts';

/** What a server may not answer by redirect (RFC 6749 section 4.1.2.1), with the values to compare. */
export function refusalCauses(flow: Flow, context: RuleContext): string {
  const uri = sent(flow, 'redirect_uri');
  const client = sent(flow, 'client_id');
  const registered = context.profile?.environments.find(({ id }) => id === flow.environmentId)?.defaults[
    uri?.name ?? 'redirect_uri'
  ];
  const differs = uri && registered !== undefined && registered !== uri.value;
  const checks = [
    uri &&
      (differs
        ? `${uri.name} ${quoteValue(uri.value)} is registered (this environment names ${quoteValue(registered)})`
        : `${uri.name} ${quoteValue(uri.value)} is registered exactly so`),
    client && `the client ${quoteValue(client.value)} exists in this environment`,
    requestObject(flow) && 'the key that signed the request object is the one the provider has',
    sent(flow, 'request_uri') && 'request_uri is fresh and was not used before',
  ].filter((check) => typeof check === 'string');
  if (checks.length === 0) return 'Read the page of the provider; it says what it refuses.';
  return `Check that ${new Intl.ListFormat('en').format(checks.map((check, index) => (index === 0 ? check : `that ${check}`)))}.`;
}
