import { quoteCall } from '../define.ts';
import { fieldOf, tokenCallsOf } from '../exchanges.ts';
import { readJsonBody } from '../json-body.ts';
import { dig } from '../request-facts.ts';
import type { Found, Rule } from '../types.ts';

/** A refresh token that was replaced is not used again. Looked at where the call shows its value. */
export const tk09: Rule = {
  id: 'TK09',
  severity: 'error',
  gate: 'base',
  source: 'RFC 9700 section 4.14.2; RFC 6749 section 6',
  title: 'A refresh token is not used again after an answer has replaced it.',
  check(flow) {
    const replaced = new Set<string>();
    // What is sent is kept as a secret in a call of a page; then it was the last one that a response gave.
    let last: string | undefined;
    return tokenCallsOf(flow).flatMap((call): readonly Found[] => {
      const refreshes = fieldOf(call, 'grant_type') === 'refresh_token';
      const sent = refreshes ? fieldOf(call, 'refresh_token') : undefined;
      const again = sent !== undefined && replaced.has(sent);
      const given = dig(readJsonBody(call), 'refresh_token');
      if (typeof given === 'string') {
        const before = sent ?? last;
        if (refreshes && before !== undefined && given !== before) replaced.add(before);
        last = given;
      }
      if (!again) return [];
      return [
        {
          message: `${quoteCall(call, 'The')} sends a refresh token that an earlier answer had replaced.`,
          remedy:
            'Store the new refresh token of every answer; a provider takes the old one for theft and revokes them all.',
          at: { part: 'call', parameter: 'refresh_token' },
        },
      ];
    });
  },
};
