import { quoteValue } from '../define.ts';
import { inRequest, responseTypes, sent } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** Tokens do not travel in a query, which servers log and pages pass on. */
export const ar25: Rule = {
  id: 'AR25',
  severity: 'error',
  gate: 'base',
  source: 'OAuth 2.0 Multiple Response Type Encoding Practices sections 3 and 5',
  title: 'response_mode is not query when a token or id_token is asked for.',
  check(flow) {
    const mode = sent(flow, 'response_mode');
    const types = responseTypes(flow);
    if (mode?.value !== 'query' || !(types.includes('token') || types.includes('id_token'))) return [];
    return [
      {
        message: `${mode.name} ${quoteValue(mode.value)} would put what response_type ${quoteValue(types.join(' '))} asks for into the query.`,
        remedy: 'Use fragment or form_post.',
        at: inRequest(mode.name),
      },
    ];
  },
};
