import { quoteValue } from '../define.ts';
import { documentsCommaScopes } from '../known-dialects.ts';
import { inRequest, sent } from '../request-facts.ts';
import type { Found, Rule } from '../types.ts';

/** One word of a scope (RFC 6749 appendix A.4). */
const WORD = /^[\x21\x23-\x5b\x5d-\x7e]+$/;

/** scope is a list of words with one space between. */
export const ar12: Rule = {
  id: 'AR12',
  severity: 'error',
  gate: 'base',
  source: 'RFC 6749 section 3.3 and appendix A.4',
  title: 'scope is a list of different words in the characters allowed, with single spaces between.',
  check(flow) {
    const scope = sent(flow, 'scope');
    if (!scope) return [];
    // Of a line break at its beginning or end AR35 speaks.
    const list = (/[\r\n]/.test(scope.value) ? scope.value.trim() : scope.value).split(' ');
    const full = list.filter((word) => word !== '');
    const found: Found[] = [];
    const add = (message: string, remedy: string, softened?: 'warning'): void => {
      found.push({ message, remedy, at: inRequest(scope.name), ...(softened ? { severity: softened } : {}) });
    };
    const foreign = full.find((word) => !WORD.test(word));
    if (foreign !== undefined)
      add(
        `scope has ${quoteValue(foreign)}, with characters that are not allowed.`,
        'Use printable ASCII without " and \\.',
      );
    if (full.length < list.length) {
      const where = list.indexOf('');
      const place = where === 0 ? 'at its beginning' : `after ${quoteValue(list[where - 1] ?? '')}`;
      add(`scope has one space too many ${place}.`, 'Put one space between scopes and none around them.');
    }
    const joined = full.find((word) => word.includes(','));
    if (joined !== undefined && !documentsCommaScopes(flow))
      add(
        `scope has ${quoteValue(joined)}: a comma does not separate scopes.`,
        'Put single spaces between the scopes.',
        'warning',
      );
    const joinedBy = full.find(
      (word) =>
        /(?:^|[+;|])(?:openid|profile|email|offline_access)(?:$|[+;|])/.test(word) && /[+;|]/.test(word),
    );
    if (joinedBy !== undefined)
      add(
        `scope has ${quoteValue(joinedBy)}: several scopes that are not separated by spaces.`,
        'Put single spaces between the scopes, encoded as + or %20 once.',
      );
    const escaped = full.find((word) => /%(?:20|2[bcf]|3a)/i.test(word));
    if (escaped !== undefined)
      add(`scope has ${quoteValue(escaped)}, which is percent-encoded twice.`, 'Encode the list once.');
    const repeated = full.find((word, index) => full.indexOf(word) < index);
    if (repeated !== undefined)
      add(`scope names ${quoteValue(repeated)} more than once.`, 'Name it once.', 'warning');
    return found;
  },
};
