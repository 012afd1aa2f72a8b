import type { FlowCall } from '../../flow/types.ts';
import { quoteValue } from '../define.ts';
import { intentIdOf } from '../intent-id.ts';
import { readJsonBody } from '../json-body.ts';
import { dig, inRequest } from '../request-facts.ts';
import type { Found, Rule } from '../types.ts';

/** The consent that is to be authorized is the one that was made, and still runs. Looked at where its call is known. */
export const ro19: Rule = {
  id: 'RO19',
  severity: 'warning',
  gate: ['obuk', 'provider'],
  source: 'Open Banking Read/Write API, account-access-consents',
  title: 'The intent id is the ConsentId of the consent, and the consent has not expired.',
  check(flow) {
    const intent = intentIdOf(flow);
    const consent = (flow.calls ?? []).map(consentOf).findLast((one) => one !== undefined);
    if (intent === undefined || consent === undefined) return [];
    const at = inRequest('openbanking_intent_id');
    const found: Found[] = [];
    if (consent.id !== intent) {
      found.push({
        message: `openbanking_intent_id is ${quoteValue(intent)}; the consent that was made is ${quoteValue(consent.id)}.`,
        remedy: 'Take ConsentId from Data in the answer of the consent call.',
        at,
      });
    }
    if (consent.expires !== undefined && Date.parse(consent.expires) <= flow.startedAt) {
      found.push({
        message: `The consent ${quoteValue(consent.id)} expired at ${quoteValue(consent.expires)}, before the request.`,
        remedy: 'Make a consent with ExpirationDateTime in the future.',
        at,
      });
    }
    return found;
  },
};

function consentOf(call: FlowCall): { readonly id: string; readonly expires?: string } | undefined {
  const data = dig(readJsonBody(call), 'Data');
  const id = dig(data, 'ConsentId');
  const expires = dig(data, 'ExpirationDateTime');
  if (typeof id !== 'string') return undefined;
  return { id, ...(typeof expires === 'string' ? { expires } : {}) };
}
