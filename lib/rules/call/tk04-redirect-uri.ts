import { quoteCall, quoteValue } from '../define.ts';
import { exchangesOf } from '../exchanges.ts';
import type { Rule } from '../types.ts';

/** The exchange names the redirect URI of the request. */
export const tk04: Rule = {
  id: 'TK04',
  severity: 'error',
  gate: 'base',
  source: 'RFC 6749 section 4.1.3',
  title: 'redirect_uri of the exchange is the one of the authorize request, exactly.',
  check(flow, { profile }) {
    const asked = flow.request?.values.redirect_uri?.value;
    if (asked === undefined) return [];
    return exchangesOf(flow).flatMap((call) => {
      const sent = call.fields.find(({ name }) => name === 'redirect_uri' || name === 'redirect_url');
      if (sent?.value === asked) return [];
      if (sent) {
        if (sent.value === undefined) return [];
        return [
          {
            message: `${sent.name} of ${quoteCall(call)} is ${quoteValue(sent.value)}; the request sent ${quoteValue(asked)}.`,
            remedy: 'Send exactly the same text, slash and letter case included.',
            at: { part: 'call', parameter: sent.name } as const,
          },
        ];
      }
      const step = profile?.steps?.find(({ id }) => id === call.stepId);
      const documented =
        step !== undefined && !step.fields.some(({ name }) => /^redirect_ur[il]$/.test(name));
      return [
        {
          severity: documented ? ('info' as const) : ('error' as const),
          message: `redirect_uri is missing in ${quoteCall(call)}; the request sent ${quoteValue(asked)}.${documented ? ` ${profile?.name} documents it so.` : ''}`,
          remedy: `Send redirect_uri ${quoteValue(asked)} with grant_type=authorization_code${documented ? ' if the provider refuses the code without it' : ''}.`,
          at: { part: 'call', parameter: 'redirect_uri' } as const,
        },
      ];
    });
  },
};
