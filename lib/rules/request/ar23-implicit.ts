import { quoteValue } from '../define.ts';
import { inRequest, responseTypes, sent } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** Access tokens do not travel through the browser. */
export const ar23: Rule = {
  id: 'AR23',
  severity: 'warning',
  gate: 'base',
  source: 'RFC 9700 section 2.1.2',
  title: 'response_type does not ask for an access token.',
  check(flow) {
    const type = sent(flow, 'response_type');
    if (!type || !responseTypes(flow).includes('token')) return [];
    return [
      {
        message: `${type.name} ${quoteValue(type.value)} hands an access token to the browser, where it can leak and be injected.`,
        remedy: 'Use response_type=code with PKCE and exchange the code for the token.',
        at: inRequest(type.name),
      },
    ];
  },
};
