import { quoteValue } from '../define.ts';
import { inRequest, sent } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** The challenge does not give the verifier away. */
export const ar20: Rule = {
  id: 'AR20',
  severity: 'error',
  gate: 'base',
  source: 'RFC 7636 sections 4.2, 4.3 and 7.2; RFC 9700 section 2.1.1',
  title: 'code_challenge_method is S256.',
  check(flow) {
    const method = sent(flow, 'code_challenge_method');
    if (!sent(flow, 'code_challenge') || method?.value === 'S256') return [];
    return [
      {
        message: method
          ? `code_challenge_method is ${quoteValue(method.value)}${method.value === 'plain' ? ', which shows the verifier to whoever sees the request' : ', which is not defined; names are case sensitive'}.`
          : 'code_challenge_method is missing, so the server takes code_challenge as plain, which shows the verifier.',
        remedy: 'Send code_challenge_method=S256 and the SHA-256 hash of the verifier.',
        at: inRequest('code_challenge_method'),
      },
    ];
  },
};
