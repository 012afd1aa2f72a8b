import { isLoopback } from '../../oauth/is-loopback.ts';
import { parseUrl } from '../../oauth/url.ts';
import { quoteJson } from '../define.ts';
import { idTokensOf } from '../id-tokens.ts';
import type { Found, Rule } from '../types.ts';

/** The issuer of an id_token is one whose keys can be fetched safely. */
export const cb33: Rule = {
  id: 'CB33',
  severity: 'error',
  gate: 'oidc',
  source: 'OpenID Connect Core 1.0 sections 2 and 15.6.2',
  title: 'iss of an id_token is an https URL without query and fragment (http only on this machine).',
  check(flow, context) {
    return idTokensOf(flow, context).flatMap(({ claims: { iss }, at }): readonly Found[] => {
      if (iss === undefined || iss === 'accounts.google.com') return [];
      const url = typeof iss === 'string' ? parseUrl(iss) : undefined;
      const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
      const bare = typeof iss === 'string' && !/[?#]/.test(iss);
      if (secure && bare) return [];
      const why = !url ? 'not a URL' : !secure ? 'not an https URL' : 'a URL with a query or fragment';
      const message = `iss of the id_token is ${quoteJson(iss)}, ${why}.`;
      const remedy =
        url && !secure
          ? 'Refuse the id_token: keys fetched without encryption prove nothing.'
          : 'Refuse the id_token: it names no issuer whose metadata and keys can be fetched; report it to the provider.';
      return [{ message, remedy, at }];
    });
  },
};
