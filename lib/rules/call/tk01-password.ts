import { profileById } from '../../providers/catalogue.ts';
import { quoteCall } from '../define.ts';
import { fieldOf, tokenCallsOf } from '../exchanges.ts';
import type { Rule } from '../types.ts';

/** The client never handles a person's password. */
export const tk01: Rule = {
  id: 'TK01',
  severity: 'error',
  gate: 'base',
  source: 'RFC 9700 section 2.4; FAPI 2.0 Security Profile section 5.3.2.1-2',
  title: 'No token is requested with grant_type=password.',
  check(flow, context) {
    return tokenCallsOf(flow)
      .filter((call) => fieldOf(call, 'grant_type') === 'password')
      .map(({ name, stepId, profileId }) => {
        const profile =
          context.profile?.id === profileId ? context.profile : profileById(context.catalogue, profileId);
        const documented = (profile.steps ?? []).some(
          ({ id, fields }) =>
            id === stepId ||
            fields.some((field) => field.name === 'grant_type' && field.default === 'password'),
        );
        return {
          severity: documented ? ('info' as const) : ('error' as const),
          message: `${quoteCall({ name }, 'The')} uses grant_type=password, so the client handles the person’s password${documented ? `; ${profile.name} documents it so` : ''}.`,
          remedy: documented
            ? 'The provider offers no other way; keep the password out of logs and storage.'
            : 'Use the authorization code grant with PKCE.',
          at: { part: 'call', parameter: 'grant_type' } as const,
        };
      });
  },
};
