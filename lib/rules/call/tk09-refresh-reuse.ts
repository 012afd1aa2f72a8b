import { tokenFamily } from '../../flow/token-family.ts';
import { quoteCall } from '../define.ts';
import { spanOf } from '../instant.ts';
import type { Found, Rule } from '../types.ts';

/** Milliseconds within which two requests with one token are a race and no mistake of storage. */
const RACE = 10_000;

/** A refresh token that was replaced is not used again. Looked at where its value or its fingerprint is known. */
export const tk09: Rule = {
  id: 'TK09',
  severity: 'error',
  gate: 'base',
  source: 'RFC 9700 section 4.14.2; RFC 6749 section 6',
  title: 'A refresh token is not used again after an answer has replaced it.',
  check({ calls = [] }) {
    return tokenFamily(calls).flatMap(({ call, reusedAfter }): readonly Found[] => {
      if (reusedAfter === undefined) return [];
      const isRace = call.stepId === 'page:token' && reusedAfter <= RACE;
      return [
        {
          message: isRace
            ? `${quoteCall(call, 'The')} sends a refresh token that another request replaced ${spanOf(reusedAfter / 1_000)} before: two tabs, or two parts of the page, refresh at once.`
            : `${quoteCall(call, 'The')} sends a refresh token that an earlier answer had replaced.`,
          remedy: isRace
            ? 'Let one of them refresh while the others wait, for instance by the Web Locks API, and read the stored token again after the wait.'
            : 'Store the new refresh token of every answer; a provider takes the old one for theft and revokes them all.',
          at: { part: 'call', parameter: 'refresh_token' },
        },
      ];
    });
  },
};
