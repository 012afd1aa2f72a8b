import { hasAuthentication, hasField, pushesOf } from '../pushed-request.ts';
import { opened } from '../request-facts.ts';
import type { Found, Rule } from '../types.ts';

/** A pushed request holds the request, and its sender is known. */
export const ro21: Rule = {
  id: 'RO21',
  severity: 'error',
  gate: ['par', 'fapi2'],
  source: 'RFC 9126 section 2.1; FAPI 2.0 Security Profile section 5.3.2.2-4',
  title: 'A pushed request has no request_uri, and the client authenticates.',
  check(flow, context) {
    return pushesOf(flow).flatMap((call): readonly Found[] => {
      const found: Found[] = [];
      if (hasField(call, 'request_uri')) {
        found.push({
          message: 'request_uri stands in the pushed request.',
          remedy: 'Push the parameters themselves, or a request object.',
          at: { part: 'call', parameter: 'request_uri' },
        });
      }
      if (!hasAuthentication(call)) {
        found.push({
          // RFC 9126 section 2.1: as at the token endpoint, where a public client has no credentials.
          ...(opened(context, 'fapi2') ? {} : { severity: 'warning' as const }),
          message: 'The pushed request carries no client authentication.',
          remedy: 'Authenticate as at the token endpoint; only a public client does without.',
          at: { part: 'call', parameter: 'client_id' },
        });
      }
      return found;
    });
  },
};
