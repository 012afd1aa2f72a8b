import type { Rule } from '../types.ts';

/** An access token says how it is used. */
export const cb26: Rule = {
  id: 'CB26',
  severity: 'error',
  gate: 'base',
  source: 'RFC 6749 section 4.2.2; OpenID Connect Core 1.0 section 3.2.2.5',
  title: 'token_type comes with access_token.',
  check({ callback }) {
    const { access_token: token, token_type: type, error } = callback?.response.values ?? {};
    if (!token || error || type?.value) return [];
    return [
      {
        message: `token_type is ${type ? 'empty' : 'missing'} beside access_token.`,
        remedy:
          'Report it to the provider; libraries refuse such a response, as nothing says how to use the token.',
        at: { part: 'callback', parameter: 'token_type' },
      },
    ];
  },
};
