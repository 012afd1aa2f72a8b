import { parametersOfUrl } from '../../flow/tokens.ts';
import { hostOf } from '../../oauth/url.ts';
import { quoteValue } from '../define.ts';
import type { Found, Rule } from '../types.ts';

/** The application accepts the response. Seen by where it sends the browser next. */
export const cb29: Rule = {
  id: 'CB29',
  severity: 'warning',
  gate: 'base',
  source: 'RFC 6749 section 4.1.2',
  title: 'The application does not redirect on with an error after the callback.',
  check({ callback, hops }) {
    if (!callback || callback.response.values.error) return [];
    const next = hops.filter(({ role, url }) => role === 'after callback' && url !== callback.url);
    const found = next.flatMap(({ url, status = 0 }): readonly Found[] => {
      const error = parametersOfUrl(url).find(
        ({ name, value }) => /^(?:error|error_code|auth_error|login_error)$/.test(name) && value !== '',
      );
      const at = { part: 'hop' } as const;
      if (error)
        return [
          {
            message: `After the callback the application went on to ${hostOf(url)} with ${error.name} ${quoteValue(error.value)}.`,
            remedy:
              'Look into the log of the application: it refused a response that the provider sent as a success.',
            at,
          },
        ];
      if (status < 400) return [];
      return [
        {
          message: `After the callback ${hostOf(url)} answered ${quoteValue(new URL(url).pathname)} with ${status}.`,
          remedy: 'Look into the log of the application at this time.',
          at,
        },
      ];
    });
    return found.slice(0, 1);
  },
};
