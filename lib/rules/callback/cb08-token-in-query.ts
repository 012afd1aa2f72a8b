import { parseParameters } from '../../oauth/parameters.ts';
import { splitUrl } from '../../oauth/url.ts';
import { quoteValue } from '../define.ts';
import type { Rule } from '../types.ts';

const TOKENS = ['access_token', 'id_token', 'refresh_token'];

/** Tokens never travel in a query, which servers log and pages pass on. */
export const cb08: Rule = {
  id: 'CB08',
  severity: 'error',
  gate: 'base',
  source: 'RFC 9700 section 4.3.2; OAuth 2.0 Multiple Response Type Encoding Practices section 5',
  title: 'No token is in the query of the callback.',
  check({ callback }) {
    if (!callback) return [];
    return parseParameters(splitUrl(callback.url).query ?? '')
      .filter(({ name, value }) => TOKENS.includes(name) && value !== '')
      .map(({ name, value }) => ({
        message: `${name} ${quoteValue(value)} came in the query, where logs, history and Referer keep it.`,
        remedy: 'Ask for response_type=code, or for response_mode=form_post; treat this token as leaked.',
        at: { part: 'callback', parameter: name } as const,
      }));
  },
};
