import { claimsOf, inRequest } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** A request object does not refer to another one. */
export const ro02: Rule = {
  id: 'RO02',
  severity: 'error',
  gate: 'jar',
  source: 'RFC 9101 section 4; OpenID Connect Core 1.0 section 6.1',
  title: 'The request object has neither request nor request_uri among its claims.',
  check(flow) {
    const claims = claimsOf(flow) ?? {};
    return ['request', 'request_uri']
      .filter((name) => Object.hasOwn(claims, name))
      .map((name) => ({
        message: `${name} is a claim of the request object.`,
        remedy: 'Remove it; a request object holds parameters, not another request.',
        at: inRequest(name),
      }));
  },
};
