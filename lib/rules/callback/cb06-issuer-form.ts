import { isLoopback } from '../../oauth/is-loopback.ts';
import { parseUrl } from '../../oauth/url.ts';
import { quoteValue } from '../define.ts';
import type { Rule } from '../types.ts';

/** An issuer identifier is an https URL and nothing more. */
export const cb06: Rule = {
  id: 'CB06',
  severity: 'warning',
  gate: 'base',
  source: 'RFC 9207 section 2',
  title: 'iss is an https URL without query and fragment (http only on this machine).',
  check({ callback }) {
    const iss = callback?.response.values.iss;
    if (!iss) return [];
    const url = parseUrl(iss.value);
    const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
    const bare = !/[?#]/.test(iss.value);
    if (secure && bare) return [];
    const why = !url ? 'not a URL' : !secure ? 'not an https URL' : 'a URL with a query or fragment';
    return [
      {
        message: `${iss.name} ${quoteValue(iss.value)} is ${why}.`,
        remedy: 'Compare it as text with the issuer you know, and report it to the provider.',
        at: { part: 'callback', parameter: iss.name },
      },
    ];
  },
};
