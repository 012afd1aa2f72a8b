import { quoteValue } from '../define.ts';
import { isUnprotected } from '../redirect-target.ts';
import { inRequest, sent } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** The response travels encrypted, or stays on the machine. */
export const ar07: Rule = {
  id: 'AR07',
  severity: 'error',
  gate: 'base',
  source: 'RFC 9700 section 2.6; FAPI 2.0 Security Profile section 5.3.2.2-8',
  title: 'redirect_uri uses http only for a loopback address.',
  check(flow) {
    const uri = sent(flow, 'redirect_uri');
    if (!uri || !isUnprotected(uri.value)) return [];
    return [
      {
        message: `${uri.name} ${quoteValue(uri.value)} sends the response over http, where anybody on the way can read it.`,
        remedy: 'Send a registered redirect URI that begins with https.',
        at: inRequest(uri.name),
      },
    ];
  },
};
