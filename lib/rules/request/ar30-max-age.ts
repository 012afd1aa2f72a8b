import { quoteValue } from '../define.ts';
import { claimsOf, inRequest, own, sentText } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** max_age is a number of seconds. */
export const ar30: Rule = {
  id: 'AR30',
  severity: 'warning',
  gate: 'oidc',
  source: 'OpenID Connect Core 1.0 section 3.1.2.1; RFC 9101 section 4',
  title: 'max_age is a whole number of seconds, and a JSON number in a request object.',
  check(flow) {
    const text = sentText(flow, 'max_age');
    if (text === undefined) return [];
    const found = (message: string, remedy: string) => [{ message, remedy, at: inRequest('max_age') }];
    if (!/^\d+$/.test(text))
      return found(
        `max_age ${quoteValue(text)} is not a whole number of seconds.`,
        'Send 0 or more seconds, in digits.',
      );
    if (typeof own(claimsOf(flow) ?? {}, 'max_age') !== 'string') return [];
    return found(
      `max_age ${quoteValue(text)} is a string in the request object.`,
      'Write it as a JSON number, without quotes.',
    );
  },
};
