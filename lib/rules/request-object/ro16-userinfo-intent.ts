import type { Json } from '../../jwt/types.ts';
import { quoteValue } from '../define.ts';
import { intentIdOf, nestedIntent } from '../intent-id.ts';
import { inRequest, isObject, own } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** Both places name the same consent. */
export const ro16: Rule = {
  id: 'RO16',
  severity: 'warning',
  gate: 'obuk',
  source: 'Open Banking Security Profile, Implementer’s Draft 1.1.2, sections 3.3 and 3.4',
  title: 'claims.userinfo.openbanking_intent_id, where it is asked for, has the value of the id_token’s.',
  check(flow) {
    const value = intentValue(nestedIntent(flow, 'userinfo'));
    const wanted = intentIdOf(flow);
    if (value === undefined || wanted === undefined || value === wanted) return [];
    return [
      {
        message: `claims.userinfo.openbanking_intent_id is ${quoteValue(value)}, claims.id_token’s is ${quoteValue(wanted)}.`,
        remedy: 'Name the same consent in both.',
        at: inRequest('claims'),
      },
    ];
  },
};

function intentValue(intent: Json | undefined): string | undefined {
  const value = isObject(intent) ? own(intent, 'value') : intent;
  return typeof value === 'string' ? value : undefined;
}
