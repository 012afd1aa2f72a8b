import { quoteValue } from '../define.ts';
import { isHidden, isOwnProvider, responseTypes } from '../request-facts.ts';
import type { Found, Rule } from '../types.ts';

/** What each word of response_type brings. */
const BROUGHT = { code: 'code', token: 'access_token', id_token: 'id_token' } as const;

/** The response holds what was asked for, and nothing else that can be used. */
export const cb25: Rule = {
  id: 'CB25',
  severity: 'error',
  gate: 'base',
  source:
    'OAuth 2.0 Multiple Response Type Encoding Practices sections 3 to 5; OpenID Connect Core 1.0 sections 3.2.2.5 and 3.3.2.5',
  title: 'The response has a value for every word of response_type, and none that was not asked for.',
  check(flow, context) {
    const response = flow.callback?.response;
    const types = responseTypes(flow);
    // A provider of its own may document another response than its response_type says.
    if (!response || isHidden(flow) || types.length === 0 || isOwnProvider(context)) return [];
    const { values, jarm } = response;
    if (jarm?.kind === 'jwe' || values.error) return [];
    const granted = Object.values(BROUGHT).some((name) => values[name]);
    if (!granted) return [];
    const asked = quoteValue(types.join(' '));
    return Object.entries(BROUGHT).flatMap(([word, name]): readonly Found[] => {
      const wanted = types.includes(word);
      const came = values[name];
      if (wanted === (came !== undefined)) return [];
      const at = { part: 'callback', parameter: came?.name ?? name } as const;
      if (wanted) {
        const message = `${name} is missing, although response_type ${asked} asks for it.`;
        return [
          {
            message,
            remedy: 'Refuse the response; check which response types the client is registered for.',
            at,
          },
        ];
      }
      const message = `${name} came, although response_type ${asked} does not ask for it.`;
      const remedy = 'Do not use it; ask the provider why it is sent through the browser.';
      return [{ severity: 'warning', message, remedy, at }];
    });
  },
};
