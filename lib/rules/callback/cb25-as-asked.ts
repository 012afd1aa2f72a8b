import type { Flow } from '../../flow/types.ts';
import type { AuthorizationResponse } from '../../oauth/authorization-response.ts';
import { quoteCall, quoteValue } from '../define.ts';
import { exchangesOf } from '../exchanges.ts';
import { isHidden, isOwnProvider, responseTypes, sent, words } from '../request-facts.ts';
import { tokenAnswersOf } from '../token-answers.ts';
import type { Found, Rule } from '../types.ts';

/** What each word of response_type brings. */
const BROUGHT = { code: 'code', token: 'access_token', id_token: 'id_token' } as const;

/** The response holds what was asked for, and nothing else that can be used. */
export const cb25: Rule = {
  id: 'CB25',
  severity: 'error',
  gate: 'base',
  source:
    'OAuth 2.0 Multiple Response Type Encoding Practices sections 3 to 5; OpenID Connect Core 1.0 sections 3.1.3.3, 3.2.2.5 and 3.3.2.5',
  title: 'The response has a value for every word of response_type, and none that was not asked for.',
  check(flow, context) {
    const response = flow.callback?.response;
    const types = responseTypes(flow);
    // A provider of its own may document another response than its response_type says.
    if (!response || isHidden(flow) || types.length === 0 || isOwnProvider(context)) return [];
    return [...inResponse(response, types), ...inAnswers(flow)];
  },
};

function inResponse({ values, jarm }: AuthorizationResponse, types: readonly string[]): readonly Found[] {
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
}

/** The token answer of an OpenID request has an id_token, unless the answer says that openid was not granted. */
function inAnswers(flow: Flow): readonly Found[] {
  if (!words(sent(flow, 'scope')?.value).includes('openid')) return [];
  const exchanges = new Set(exchangesOf(flow));
  return tokenAnswersOf(flow)
    .filter(({ call, body }) => {
      const granted = typeof body.scope === 'string' ? words(body.scope) : ['openid'];
      return exchanges.has(call) && body.id_token === undefined && granted.includes('openid');
    })
    .map(({ call, body }) => ({
      // A server that knows OAuth alone ignores the word; one that grants it owes the token.
      severity: typeof body.scope === 'string' ? 'error' : 'info',
      message: `id_token is missing in the answer of ${quoteCall(call)}, although scope has openid.`,
      remedy: 'Refuse the answer; check that the client is registered for OpenID Connect.',
      at: { part: 'call', parameter: 'id_token' },
    }));
}
