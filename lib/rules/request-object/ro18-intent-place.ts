import { quoteValue } from '../define.ts';
import { flatIntent, nestedIntent } from '../intent-id.ts';
import { inRequest } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** The intent id stands where servers look for it. */
export const ro18: Rule = {
  id: 'RO18',
  severity: 'error',
  gate: ['obuk', 'provider'],
  source: 'OpenID Connect Core 1.0 section 5.5',
  title: 'openbanking_intent_id stands under claims.id_token, as an object with a value.',
  check(flow) {
    const remedy = 'Write {"claims":{"id_token":{"openbanking_intent_id":{"value":"…"}}}}.';
    const at = inRequest('openbanking_intent_id');
    const flat = flatIntent(flow);
    const nested = nestedIntent(flow);
    if (flat !== undefined && nested === undefined) {
      const message = `openbanking_intent_id ${quoteValue(typeof flat === 'string' ? flat : JSON.stringify(flat))} is a claim of the request object itself, where servers do not look.`;
      return [{ message, remedy, at }];
    }
    if (typeof nested !== 'string') return [];
    return [
      {
        message: `openbanking_intent_id is the string ${quoteValue(nested)}; it must be an object with a value.`,
        remedy,
        at,
      },
    ];
  },
};
