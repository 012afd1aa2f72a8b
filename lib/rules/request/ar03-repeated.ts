import { repeatedParameters } from '../../oauth/parameters.ts';
import { quoteValue } from '../define.ts';
import { inRequest } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** RFC 8707 section 2 lets a request name several resources. */
const MAY_REPEAT = new Set(['resource']);

/** No parameter is sent twice. */
export const ar03: Rule = {
  id: 'AR03',
  severity: 'error',
  gate: 'base',
  source: 'RFC 6749 section 3.1',
  title: 'No request parameter appears more than once.',
  check(flow) {
    return [...repeatedParameters(flow.request?.parameters ?? [])]
      .filter(([name]) => !MAY_REPEAT.has(name))
      .map(([name, values]) => ({
        message: `${name} is sent ${values.length} times: ${values.slice(0, 5).map(quoteValue).join(', ')}${values.length > 5 ? ', …' : ''}.`,
        remedy: 'Send it once; servers disagree on which one they read.',
        at: inRequest(name),
      }));
  },
};
