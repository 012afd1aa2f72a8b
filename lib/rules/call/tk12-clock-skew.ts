import { hostOf } from '../../oauth/url.ts';
import { spanOf } from '../instant.ts';
import type { Found, Rule } from '../types.ts';

/** Seconds of difference that libraries and providers usually bear. */
const TOLERATED = 60;

/** `Date` has whole seconds and is written some time before the response is there. */
export const tk12: Rule = {
  id: 'TK12',
  severity: 'warning',
  gate: 'base',
  source: 'RFC 9110 section 6.6.1; RFC 7519 sections 4.1.4 to 4.1.6; OpenID Connect Core 1.0 section 3.1.3.7',
  title: 'The clocks of this machine and of the provider agree.',
  check({ calls = [] }) {
    const seen = new Set<string>();
    return calls.flatMap(({ url, at, elapsed, date }): readonly Found[] => {
      if (date === undefined || seen.has(hostOf(url))) return [];
      // The response was written between these two, by the clock of this machine.
      const ahead = at - (date + 1_000);
      const behind = date - (at + elapsed);
      const seconds = Math.max(ahead, behind) / 1_000;
      if (seconds <= TOLERATED) return [];
      seen.add(hostOf(url));
      const side = ahead > behind ? 'ahead of' : 'behind';
      const effect =
        ahead > behind
          ? 'its tokens look expired too early'
          : 'its tokens look as if they were not yet valid';
      return [
        {
          message: `The clock of this machine is ${spanOf(seconds)} ${side} that of ${hostOf(url)}: ${effect}.`,
          remedy: 'Set the clocks by NTP; raising the tolerance of the library hides it only.',
          at: { part: 'call', parameter: 'Date' },
        },
      ];
    });
  },
};
