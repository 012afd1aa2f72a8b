import { quoteValue } from '../define.ts';
import { claimsOf, inRequest, own, sent } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** The client makes its own request objects. */
export const ro09: Rule = {
  id: 'RO09',
  severity: 'warning',
  gate: 'jar',
  source: 'RFC 9101 section 4',
  title: 'iss of the request object, where it has one, is the client_id.',
  check(flow) {
    const iss = own(claimsOf(flow) ?? {}, 'iss');
    const client = sent(flow, 'client_id')?.value;
    if (iss === undefined || client === undefined || iss === client) return [];
    return [
      {
        message: `iss of the request object is ${quoteValue(typeof iss === 'string' ? iss : JSON.stringify(iss))}; client_id is ${quoteValue(client)}.`,
        remedy: 'Use the client_id as iss.',
        at: inRequest('iss'),
      },
    ];
  },
};
