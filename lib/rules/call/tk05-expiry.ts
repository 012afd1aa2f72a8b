import { decodeToken } from '../../jwt/decode.ts';
import { looksLikeToken } from '../../jwt/find-tokens.ts';
import { quoteCall } from '../define.ts';
import { tokenAnswersOf } from '../token-answers.ts';
import type { Rule } from '../types.ts';

/** Seconds by which clocks and the way of the answer may differ. */
const TOLERANCE = 60;

/** The answer and the token in it say the same of how long the token lives. */
export const tk05: Rule = {
  id: 'TK05',
  severity: 'warning',
  gate: 'base',
  source: 'RFC 6749 section 5.1; RFC 7519 section 4.1.4',
  title: 'expires_in agrees with exp of the access token.',
  check(flow) {
    return tokenAnswersOf(flow).flatMap(({ call, body }) => {
      const { access_token: token, expires_in: expiresIn } = body;
      if (
        typeof token !== 'string' ||
        !looksLikeToken(token) ||
        Number.isNaN(Number(expiresIn ?? Number.NaN))
      )
        return [];
      const { exp, iat, nbf } = decodeToken(token).payload ?? {};
      if (typeof exp !== 'number') return [];
      const from =
        typeof iat === 'number' ? iat : typeof nbf === 'number' ? nbf : Math.floor(call.at / 1_000);
      const lifetime = exp - from;
      if (Math.abs(lifetime - Number(expiresIn)) <= TOLERANCE) return [];
      return [
        {
          message: `expires_in of ${quoteCall(call)} is ${Number(expiresIn)} s, but by its exp the access token lives ${lifetime} s.`,
          remedy: 'Use the shorter of the two, and ask the provider which is meant.',
          at: { part: 'call', parameter: 'expires_in' } as const,
        },
      ];
    });
  },
};
