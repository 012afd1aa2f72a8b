import { exchangesOf } from '../exchanges.ts';
import { clockOf, spanOf } from '../instant.ts';
import type { Rule } from '../types.ts';

/** Seconds: what RFC 6749 recommends and FAPI 2.0 allows a code to live. */
const LONGEST = 600;
const LONGEST_FAPI2 = 60;

/** A code is exchanged while it is fresh. */
export const cb19: Rule = {
  id: 'CB19',
  severity: 'warning',
  gate: 'base',
  source: 'RFC 6749 section 4.1.2; FAPI 2.0 Security Profile section 5.3.2.1-12',
  title:
    'The code is exchanged within its lifetime: ten minutes, a minute for FAPI 2.0, or what the provider documents.',
  check(flow, { gates, profile, timeZone }) {
    const { callback } = flow;
    const [first] = exchangesOf(flow);
    if (!callback || !first) return [];
    const seconds = Math.round((first.at - callback.at) / 1_000);
    const own = profile?.callback.codeLifetime;
    const limit = gates?.has('fapi2') ? LONGEST_FAPI2 : (own ?? LONGEST);
    if (seconds <= limit) return [];
    const whose = gates?.has('fapi2')
      ? 'FAPI 2.0 lets it live'
      : own === undefined
        ? 'RFC 6749 recommends a lifetime of at most'
        : 'the provider documents a lifetime of';
    return [
      {
        message: `The code was exchanged ${spanOf(seconds)} after it came, ${clockOf(first.at, callback.at, timeZone)}; ${whose} ${spanOf(limit)}.`,
        remedy: 'Exchange the code in the request that receives it; start again if it is refused.',
        at: { part: 'callback', parameter: callback.response.values.code?.name ?? 'code' },
      },
    ];
  },
};
