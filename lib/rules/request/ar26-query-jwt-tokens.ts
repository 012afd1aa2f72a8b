import { quoteValue } from '../define.ts';
import { inRequest, responseTypes, sent } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** A signed response can be read: tokens in it do not travel in a query either. */
export const ar26: Rule = {
  id: 'AR26',
  severity: 'error',
  gate: 'base',
  source: 'JWT Secured Authorization Response Mode (JARM) section 2.3.1',
  title:
    'response_mode is not query.jwt when a token or id_token is asked for, unless responses are encrypted.',
  check(flow) {
    const mode = sent(flow, 'response_mode');
    const types = responseTypes(flow);
    if (mode?.value !== 'query.jwt' || !(types.includes('token') || types.includes('id_token'))) return [];
    const jarm = flow.callback?.response.jarm;
    if (jarm?.kind === 'jwe') return [];
    return [
      {
        // Whether responses are encrypted is registered with the provider; only the response shows it.
        ...(jarm ? {} : { severity: 'warning' as const }),
        message: `${mode.name} ${quoteValue(mode.value)} would put what response_type ${quoteValue(types.join(' '))} asks for into the query, readable unless it is encrypted.`,
        remedy: 'Use jwt, fragment.jwt or form_post.jwt, or register encryption for responses.',
        at: inRequest(mode.name),
      },
    ];
  },
};
