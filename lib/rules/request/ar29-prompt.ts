import { quoteValue } from '../define.ts';
import { inRequest, sentText, words } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** None means that nothing is asked. */
export const ar29: Rule = {
  id: 'AR29',
  severity: 'error',
  gate: 'oidc',
  source: 'OpenID Connect Core 1.0 section 3.1.2.1',
  title: 'prompt=none stands alone.',
  check(flow) {
    const prompt = sentText(flow, 'prompt');
    const list = words(prompt);
    if (prompt === undefined || !list.includes('none') || list.length === 1) return [];
    return [
      {
        message: `prompt ${quoteValue(prompt)} combines none with another value; the provider answers with an error.`,
        remedy: 'Send none alone, or leave it out.',
        at: inRequest('prompt'),
      },
    ];
  },
};
