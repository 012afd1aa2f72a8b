import type { TokenProblemCode } from '../../jwt/types.ts';
import { tokenRule } from '../token-rule.ts';

const CONTENT: ReadonlySet<TokenProblemCode> = new Set([
  'not-utf8',
  'not-json',
  'not-an-object',
  'repeated-name',
  'too-deep',
]);

/** Header and claims are JSON objects that can be read in one way only. */
export const jw02 = tokenRule({
  id: 'JW02',
  severity: 'error',
  gate: 'base',
  source: 'RFC 7515 section 4; RFC 7519 section 4; RFC 8725 section 3.7',
  title: 'Header and payload are JSON objects in UTF-8 in which no name stands twice.',
  evaluate({ decoded, title }) {
    return decoded.problems
      .filter(({ code }) => CONTENT.has(code))
      .map(({ message, remedy }) => ({ message: `${title}: ${message}`, remedy }));
  },
});
