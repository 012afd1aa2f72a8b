import { quoteJson } from '../define.ts';
import { meantParameter } from '../parameter-names.ts';
import { claimsOf, documented, inRequest, own } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** Claims have the names that servers look for. */
export const ro20: Rule = {
  id: 'RO20',
  severity: 'warning',
  gate: 'base',
  source: 'RFC 6749 section 4.1.1; RFC 9101 section 4',
  title: 'Claims of the request object have the standard names of parameters.',
  check(flow, context) {
    const claims = claimsOf(flow) ?? {};
    return Object.keys(claims).flatMap((name) => {
      const meant = documented(context, name) ? undefined : meantParameter(name);
      if (!meant || (meant.typo && own(claims, meant.standard) !== undefined)) return [];
      return [
        {
          message: `${name} ${quoteJson(own(claims, name))} is not a parameter that servers read; the name is ${meant.standard}.`,
          remedy: `Call it ${meant.standard}, or leave it out.`,
          at: inRequest(name),
        },
      ];
    });
  },
};
