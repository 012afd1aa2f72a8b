import { inRequest, requestObject, sent } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** The request says who asks. Beside a request object another rule looks at it. */
export const ar02: Rule = {
  id: 'AR02',
  severity: 'error',
  gate: 'base',
  source: 'RFC 6749 section 4.1.1; RFC 9101 section 5',
  title: 'client_id is present in the query.',
  check(flow) {
    if (!flow.request || requestObject(flow) || sent(flow, 'client_id')) return [];
    const parameter = flow.request.values.client_id?.name ?? 'client_id';
    return [
      {
        message: `${parameter} is ${flow.request.values.client_id ? 'empty' : 'missing'}.`,
        remedy: 'Send the identifier that the provider gave your application.',
        at: inRequest(parameter),
      },
    ];
  },
};
