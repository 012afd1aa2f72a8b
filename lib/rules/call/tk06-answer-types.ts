import type { Json } from '../../jwt/types.ts';
import { quoteCall, quoteValue } from '../define.ts';
import { tokenAnswersOf } from '../token-answers.ts';
import type { Found, Rule } from '../types.ts';

/** Members that are strings; scope is a list with spaces between (RFC 6749 sections 3.3 and 5.1). */
const TEXTS = ['access_token', 'refresh_token', 'id_token', 'scope'] as const;

/** Seconds since the epoch in 2001: no lifetime is that long. */
const A_TIME = 1_000_000_000;

/** What is wrong with a lifetime, and what to do about it. */
function lifetimeFault(value: Json): readonly [why: string, remedy: string] | readonly [] {
  if (typeof value !== 'number')
    return ['is not a number', 'Convert it to a number before you calculate with it.'];
  if (value >= A_TIME)
    return [
      'is a time, not a number of seconds from now',
      'Report it to the provider, and read exp where the token has one.',
    ];
  if (value < 0 || !Number.isInteger(value))
    return ['is not a whole number of seconds', 'Report it to the provider, and round it down.'];
  return [];
}

/** A token's answer says what the token is and counts in numbers. */
export const tk06: Rule = {
  id: 'TK06',
  severity: 'error',
  gate: 'base',
  source: 'RFC 6749 section 5.1',
  title:
    'The answer has token_type, expires_in is a whole number of seconds, and tokens and scope are strings.',
  check(flow) {
    return tokenAnswersOf(flow).flatMap(({ call, body }) => {
      const found: Found[] = [];
      if (typeof body.token_type !== 'string' || body.token_type === '') {
        found.push({
          message: `token_type is missing in the answer of ${quoteCall(call)}.`,
          remedy: 'Report it to the provider; libraries refuse such an answer.',
          at: { part: 'call', parameter: 'token_type' },
        });
      }
      const { expires_in: expiresIn } = body;
      const [why, remedy] = expiresIn === undefined ? [] : lifetimeFault(expiresIn);
      if (why !== undefined && remedy !== undefined) {
        found.push({
          severity: 'warning',
          message: `expires_in in the answer of ${quoteCall(call)} is ${quoteValue(JSON.stringify(expiresIn))}, which ${why}.`,
          remedy,
          at: { part: 'call', parameter: 'expires_in' },
        });
      }
      for (const name of TEXTS) {
        const value = body[name];
        if (value === undefined || value === null || typeof value === 'string') continue;
        found.push({
          severity: name === 'access_token' ? 'error' : 'warning',
          message: `${name} in the answer of ${quoteCall(call)} is ${quoteValue(JSON.stringify(value))}, which is not a string.`,
          remedy: 'Report it to the provider; libraries expect a string.',
          at: { part: 'call', parameter: name },
        });
      }
      return found;
    });
  },
};
