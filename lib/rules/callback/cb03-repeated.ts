import { repeatedParameters } from '../../oauth/parameters.ts';
import { quoteValue } from '../define.ts';
import type { Rule } from '../types.ts';

/** No response parameter comes twice. */
export const cb03: Rule = {
  id: 'CB03',
  severity: 'error',
  gate: 'base',
  source: 'RFC 6749 section 3.1',
  title: 'No response parameter appears more than once.',
  check(flow) {
    if (!flow.callback) return [];
    return [...repeatedParameters(flow.callback.response.parameters)].map(([name, values]) => ({
      message: `${name} came ${values.length} times: ${values.slice(0, 5).map(quoteValue).join(', ')}${values.length > 5 ? ', …' : ''}.`,
      remedy: 'Refuse the response: readers disagree on which one to use; report it to the provider.',
      at: { part: 'callback', parameter: name } as const,
    }));
  },
};
