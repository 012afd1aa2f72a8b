import { hostOf } from '../../oauth/url.ts';
import type { Rule } from '../types.ts';

/** Policies that send the whole URL, code included, to other sites. */
const LEAKING: ReadonlySet<string> = new Set(['unsafe-url', 'no-referrer-when-downgrade']);

/** The page at the redirect URI does not pass the code on. Browsers keep the query back unless told otherwise. */
export const cb22: Rule = {
  id: 'CB22',
  severity: 'warning',
  gate: 'base',
  source: 'RFC 9700 section 4.2.4',
  title: 'The callback page has no Referrer-Policy that passes the code on to other sites.',
  check({ callback, hops }) {
    const policy = hops.findLast(({ role }) => role === 'callback')?.referrerPolicy;
    if (!callback || policy === undefined) return [];
    const last = policy.split(',').at(-1)?.trim().toLowerCase() ?? '';
    if (!LEAKING.has(last)) return [];
    return [
      {
        message: `The page at ${hostOf(callback.url)} sets Referrer-Policy “${last}”, which sends the URL with its code to every site that the page loads from.`,
        remedy:
          'Answer the callback with Referrer-Policy: no-referrer, or redirect on before anything is loaded.',
        at: { part: 'callback' },
      },
    ];
  },
};
