import type { TokenProblemCode } from '../../jwt/types.ts';
import { tokenRule } from '../token-rule.ts';

const SPELLING: ReadonlySet<TokenProblemCode> = new Set([
  'segment-count',
  'not-base64url',
  'padding',
  'not-canonical',
  'whitespace',
  'empty',
]);

/** A token is three or five parts of base64url and nothing else. */
export const jw01 = tokenRule({
  id: 'JW01',
  severity: 'error',
  gate: 'base',
  source: 'RFC 7515 sections 2 and 7.1; RFC 7516 section 7.1; RFC 7519 section 7.2',
  title: 'A token has three parts (five when encrypted) of base64url, without padding or white space.',
  evaluate({ token, decoded, title }) {
    if (decoded.serialisation) return [];
    const found = decoded.problems
      .filter(({ code }) => SPELLING.has(code))
      .map(({ message, remedy }) => ({ message: `${title}: ${message}`, remedy }));
    if (found.length > 0 || token === decoded.token) return found;
    const more = token.length - decoded.token.length;
    return [
      {
        message: `${title} has ${more === 1 ? 'a character' : `${more} characters`} before or after the token.`,
        remedy: 'Send the token alone: white space and quotation marks around it are no part of it.',
      },
    ];
  },
});
