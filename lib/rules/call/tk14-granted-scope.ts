import { quoteCall, quoteValue } from '../define.ts';
import { exchangesOf } from '../exchanges.ts';
import { sent, words } from '../request-facts.ts';
import { tokenAnswersOf } from '../token-answers.ts';
import type { Found, Rule } from '../types.ts';

/** Words that many servers leave out of the list of what they granted, although they do. */
const UNLISTED: ReadonlySet<string> = new Set(['openid', 'offline_access', 'offline']);

/** The callback does not say what was granted; the token answer does where that is less than was asked for. */
export const tk14: Rule = {
  id: 'TK14',
  severity: 'info',
  gate: 'base',
  source: 'RFC 6749 sections 3.3 and 5.1',
  title: 'The scope that was granted is the one that was requested.',
  check(flow) {
    const asked = words(sent(flow, 'scope')?.value).filter((word) => !UNLISTED.has(word));
    const exchanges = new Set(exchangesOf(flow));
    return tokenAnswersOf(flow).flatMap(({ call, body }): readonly Found[] => {
      if (!exchanges.has(call) || typeof body.scope !== 'string' || body.scope === '') return [];
      const granted = words(body.scope);
      const missing = asked.filter((word) => !granted.some((one) => isSameScope(one, word)));
      if (missing.length === 0) return [];
      return [
        {
          message: `${quoteCall(call, 'The')} was granted the scope ${quoteValue(body.scope)}; ${missing.map(quoteValue).join(' and ')} of the request ${missing.length === 1 ? 'is' : 'are'} missing.`,
          remedy:
            'Call only what was granted, or ask for the rest again: the person or the provider left it out.',
          at: { part: 'call', parameter: 'scope' },
        },
      ];
    });
  },
};

/** Some servers answer with the whole URL of a scope that has a short name. */
function isSameScope(granted: string, asked: string): boolean {
  return granted === asked || granted.endsWith(`/${asked}`) || granted.endsWith(`.${asked}`);
}
