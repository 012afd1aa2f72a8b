import { quoteValue } from '../define.ts';
import { tokenAnswersOf } from '../token-answers.ts';
import type { Found, Rule } from '../types.ts';

/** A token's answer says what the token is and counts in numbers. */
export const tk06: Rule = {
  id: 'TK06',
  severity: 'error',
  gate: 'base',
  source: 'RFC 6749 section 5.1',
  title: 'The answer has token_type, and expires_in is a number.',
  check(flow) {
    return tokenAnswersOf(flow).flatMap(({ call, body }) => {
      const found: Found[] = [];
      if (typeof body.token_type !== 'string' || body.token_type === '') {
        found.push({
          message: `token_type is missing in the answer of ${call.name}.`,
          remedy: 'Report it to the provider; libraries refuse such an answer.',
          at: { part: 'call', parameter: 'token_type' },
        });
      }
      const { expires_in: expiresIn } = body;
      if (expiresIn !== undefined && typeof expiresIn !== 'number') {
        found.push({
          severity: 'warning',
          message: `expires_in in the answer of ${call.name} is ${quoteValue(JSON.stringify(expiresIn))}, which is not a number.`,
          remedy: 'Convert it to a number before you calculate with it.',
          at: { part: 'call', parameter: 'expires_in' },
        });
      }
      return found;
    });
  },
};
