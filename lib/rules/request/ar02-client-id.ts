import { documentedInside, inRequest, isMisplaced, requestObject, sent } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** The request says who asks. One that stands in the request object alone has a rule of its own. */
export const ar02: Rule = {
  id: 'AR02',
  severity: 'error',
  gate: 'base',
  source: 'RFC 6749 section 4.1.1; RFC 9101 section 5',
  title: 'client_id is present.',
  check(flow, context) {
    if (!flow.request || isMisplaced(flow) || sent(flow, 'client_id')) return [];
    const unread = requestObject(flow) !== undefined && requestObject(flow)?.payload === undefined;
    if (unread && documentedInside(context, 'client_id')) return [];
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
