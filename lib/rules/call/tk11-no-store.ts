import { quoteCall } from '../define.ts';
import { tokenAnswersOf } from '../token-answers.ts';
import type { Rule } from '../types.ts';

/** Looked at where the headers of the response were seen. */
export const tk11: Rule = {
  id: 'TK11',
  severity: 'warning',
  gate: 'base',
  source: 'RFC 6749 section 5.1; RFC 9111 section 5.2.2.5',
  title: 'A response with tokens is kept in no cache.',
  check(flow) {
    return tokenAnswersOf(flow).flatMap(({ call: { name, cacheControl } }) => {
      if (cacheControl === undefined || /\bno-store\b/i.test(cacheControl)) return [];
      return [
        {
          message: `The response of ${quoteCall({ name })} holds tokens and does not say Cache-Control: no-store.`,
          remedy: 'Report it to the provider; until then call it with fetch and cache: no-store.',
          at: { part: 'call', parameter: 'Cache-Control' } as const,
        },
      ];
    });
  },
};
