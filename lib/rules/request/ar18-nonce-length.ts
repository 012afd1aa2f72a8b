import { quoteValue } from '../define.ts';
import { inRequest, sent } from '../request-facts.ts';
import type { Rule } from '../types.ts';

const LONGEST = 64;

/** Every server takes the nonce. */
export const ar18: Rule = {
  id: 'AR18',
  severity: 'warning',
  gate: 'fapi2',
  source: 'FAPI 2.0 Security Profile sections 5.3.3.2-7 and 5.3.2.2-14',
  title: 'nonce has 64 characters at most.',
  check(flow) {
    const nonce = sent(flow, 'nonce');
    if (!nonce || nonce.value.length <= LONGEST) return [];
    return [
      {
        message: `${nonce.name} ${quoteValue(nonce.value)} has ${nonce.value.length} characters; servers need not take more than ${LONGEST}.`,
        remedy: 'Send 22 to 64 random characters.',
        at: inRequest(nonce.name),
      },
    ];
  },
};
