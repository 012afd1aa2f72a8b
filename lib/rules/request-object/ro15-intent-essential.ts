import { quoteValue } from '../define.ts';
import { flatIntent, nestedIntent } from '../intent-id.ts';
import { claimsOf, inRequest, isObject, own } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** The consent is asked for as an essential claim of the id_token. */
export const ro15: Rule = {
  id: 'RO15',
  severity: 'error',
  gate: 'obuk',
  source:
    'Open Banking Security Profile, Implementer’s Draft 1.1.2, sections 3.3 and 3.4; OpenID Connect Core 1.0 section 5.5',
  title: 'claims.id_token.openbanking_intent_id has a value and is essential.',
  check(flow) {
    if (!claimsOf(flow)) return [];
    const intent = nestedIntent(flow);
    const at = inRequest('claims');
    if (intent === undefined) {
      // Where it stands instead is for another rule to say.
      if (flatIntent(flow) !== undefined) return [];
      const remedy = 'Add {"id_token":{"openbanking_intent_id":{"value":"…","essential":true}}}.';
      return [{ message: 'claims.id_token.openbanking_intent_id is missing.', remedy, at }];
    }
    if (!isObject(intent)) return [];
    const value = own(intent, 'value');
    if (typeof value !== 'string' || value === '') {
      const message = 'claims.id_token.openbanking_intent_id has no value.';
      return [{ message, remedy: 'Give the id of the consent as its value.', at }];
    }
    if (own(intent, 'essential') === true) return [];
    const message = `claims.id_token.openbanking_intent_id ${quoteValue(value)} is not essential.`;
    return [{ message, remedy: 'Add "essential": true, as a JSON boolean.', at }];
  },
};
