import { quoteValue } from '../define.ts';
import type { Rule } from '../types.ts';

/** Nothing that counts stands outside of the signed response. */
export const cb18: Rule = {
  id: 'CB18',
  severity: 'warning',
  gate: 'base',
  source: 'JARM section 2.1; FAPI 2.0 Message Signing section 5.4.1',
  title: 'No response parameter is outside of the response token (JARM).',
  check({ request, callback }) {
    if (!callback?.response.jarm) return [];
    const { parameters, others } = callback.response;
    const own = request?.values.redirect_uri?.value ?? '';
    return [...parameters, ...others]
      .filter(({ name, rawName, rawValue }) => name !== 'response' && !isOwn(own, rawName, rawValue))
      .map(({ name, value }) => ({
        message: `${name} ${quoteValue(value)} came beside the response token (JARM), where anybody could have put it.`,
        remedy: 'Ignore it; use only what is inside the signed token.',
        at: { part: 'callback', parameter: name } as const,
      }));
  },
};

/** A parameter that the redirect URI has of itself. */
function isOwn(redirectUri: string, name = '', value = ''): boolean {
  const query = redirectUri.split('?')[1] ?? '';
  return query.split('&').includes(`${name}=${value}`);
}
