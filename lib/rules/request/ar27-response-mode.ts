import { quote } from '../define.ts';
import { inRequest, sent } from '../request-facts.ts';
import type { Rule } from '../types.ts';

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
    return [
      {
        message: `${mode.name} ${quote(mode.value)} is defined by no specification known here.`,
        remedy: `Use one of ${MODES.join(', ')}, or leave it out.`,
        at: inRequest(mode.name),
      },
    ];
  },
};
