import { hasAuthentication, hasField, pushesOf } from '../pushed-request.ts';
import { opened } from '../request-facts.ts';
import type { Found, Rule } from '../types.ts';

/** Hosts that ask for a client certificate are commonly named so (RFC 8705 section 5). */
const MUTUAL_TLS = /^https:\/\/(?:[\w.-]*[.-])?ma?tls[\w-]*[.-]/i;

/** A pushed request holds the request, and its sender is known. */
export const ro21: Rule = {
  id: 'RO21',
  severity: 'error',
  gate: ['base', 'par', 'fapi2'],
  source: 'RFC 9126 section 2.1; FAPI 2.0 Security Profile section 5.3.2.2-4; RFC 8705 section 2',
  title:
    'A pushed request has no request_uri, and the client authenticates (secret, private_key_jwt or mutual TLS).',
  check(flow, context) {
    return pushesOf(flow).flatMap((call): readonly Found[] => {
      const found: Found[] = [];
      if (hasField(call, 'request_uri')) {
        found.push({
          message: 'The pushed request has the parameter request_uri, which RFC 9126 forbids there.',
          remedy: 'Push the parameters themselves, or a request object in request.',
          at: { part: 'call', parameter: 'request_uri' },
        });
      }
      if (!hasAuthentication(call) && !MUTUAL_TLS.test(call.url)) {
        found.push({
          // RFC 9126 section 2.1: as at the token endpoint, where a public client has no credentials.
          ...(opened(context, 'fapi2') ? {} : { severity: 'warning' as const }),
          message: 'The pushed request carries no client authentication.',
          remedy:
            'Authenticate as at the token endpoint: client secret, client_assertion or a client certificate.',
          at: { part: 'call', parameter: 'client_id' },
        });
      }
      return found;
    });
  },
};
