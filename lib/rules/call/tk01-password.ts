import { fieldOf, tokenCallsOf } from '../exchanges.ts';
import type { Rule } from '../types.ts';

/** The client never handles a person's password. */
export const tk01: Rule = {
  id: 'TK01',
  severity: 'warning',
  gate: 'base',
  source: 'RFC 9700 section 2.4; FAPI 2.0 Security Profile section 5.3.2.1',
  title: 'No token is asked for with grant_type=password.',
  check(flow, { profile }) {
    return tokenCallsOf(flow)
      .filter((call) => fieldOf(call, 'grant_type') === 'password')
      .map(({ name, stepId }) => {
        const documented = profile?.steps?.some(({ id }) => id === stepId) ?? false;
        return {
          severity: documented ? ('info' as const) : ('warning' as const),
          message: `${name} asks with grant_type “password”: the client handles the person’s password.${documented ? ` ${profile?.name} documents it so.` : ''}`,
          remedy: documented
            ? 'There is no other way at this provider; keep the password out of logs and storage.'
            : 'Use the authorization code grant with PKCE.',
          at: { part: 'call', parameter: 'grant_type' } as const,
        };
      });
  },
};
