import { quoteValue } from '../define.ts';
import { inRequest, sent } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** In wide use, for answers to a page by postMessage: an expired draft (draft-sakimura-oauth-wmrm), and vendors’ own. */
const MESSAGES: ReadonlySet<string> = new Set(['web_message', 'okta_post_message', 'pi.flow']);

const MODES = ['query', 'fragment', 'form_post', 'jwt', 'query.jwt', 'fragment.jwt', 'form_post.jwt'];

/** response_mode is one that a specification defines. */
export const ar27: Rule = {
  id: 'AR27',
  severity: 'warning',
  gate: 'base',
  source: 'OAuth 2.0 Multiple Response Type Encoding Practices section 2.1; JARM section 2.3',
  title: 'response_mode is a known one.',
  check(flow) {
    const mode = sent(flow, 'response_mode');
    if (!mode || MODES.includes(mode.value)) return [];
    if (MESSAGES.has(mode.value)) {
      return [
        {
          severity: 'info',
          message: `${mode.name} ${quoteValue(mode.value)} answers the page by script; no specification in force defines it.`,
          remedy: 'Keep it where the provider documents it; the response cannot be seen as a callback.',
          at: inRequest(mode.name),
        },
      ];
    }
    return [
      {
        message: `${mode.name} ${quoteValue(mode.value)} is not defined by any specification.`,
        remedy: `Use one of ${MODES.join(', ')}, or leave it out.`,
        at: inRequest(mode.name),
      },
    ];
  },
};
