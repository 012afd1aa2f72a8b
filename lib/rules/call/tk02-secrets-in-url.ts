import { parseParameters } from '../../oauth/parameters.ts';
import { splitUrl } from '../../oauth/url.ts';
import { quoteCall } from '../define.ts';
import type { Rule } from '../types.ts';

const SECRETS: ReadonlySet<string> = new Set([
  'client_secret',
  'client_assertion',
  'password',
  'code',
  'code_verifier',
  'refresh_token',
  'access_token',
]);

/** Credentials travel in the body or the header of a call, never in its URL. */
export const tk02: Rule = {
  id: 'TK02',
  severity: 'error',
  gate: 'base',
  source: 'RFC 6749 sections 2.3.1 and 3.2; RFC 9700 section 4.3.2',
  title: 'No credential is in the URL of a call.',
  check({ calls = [] }) {
    return calls.flatMap(({ name, url, fields }) => {
      const inUrl = parseParameters(splitUrl(url).query ?? '').filter(({ value }) => value !== '');
      const names = [...inUrl, ...fields.filter((field) => field.in === 'query')].map((one) => one.name);
      return [...new Set(names)]
        .filter((one) => SECRETS.has(one))
        .map((one) => ({
          message: `${quoteCall({ name }, 'The')} sends ${one} in its URL, which servers and proxies log.`,
          remedy: 'Send it in the form body, or authenticate with the Authorization header.',
          at: { part: 'call', parameter: one } as const,
        }));
    });
  },
};
