import { exchangesOf } from '../exchanges.ts';
import type { Rule } from '../types.ts';

/** Seconds: what RFC 6749 and FAPI 2.0 allow a code to live. */
const LONGEST = 600;
const LONGEST_FAPI2 = 60;

/** A code is exchanged while it is fresh. */
export const cb19: Rule = {
  id: 'CB19',
  severity: 'warning',
  gate: 'base',
  source: 'RFC 6749 section 4.1.2; FAPI 2.0 Security Profile section 5.3.2.1',
  title:
    'The code is exchanged within its lifetime: ten minutes, a minute for FAPI 2.0, or what the provider says.',
  check(flow, { gates, profile }) {
    const { callback } = flow;
    const [first] = exchangesOf(flow);
    if (!callback || !first) return [];
    const seconds = Math.round((first.at - callback.at) / 1_000);
    const own = profile?.callback.codeLifetime;
    const limit = gates?.has('fapi2') ? LONGEST_FAPI2 : (own ?? LONGEST);
    if (seconds <= limit) return [];
    return [
      {
        message: `code was exchanged ${seconds} s after it came; it lives ${limit} s.`,
        remedy: 'Exchange the code in the request that receives it; start the flow again if it is refused.',
        at: { part: 'callback', parameter: callback.response.values.code?.name ?? 'code' },
      },
    ];
  },
};
