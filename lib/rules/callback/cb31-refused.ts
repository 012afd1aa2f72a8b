import { hostOf } from '../../oauth/url.ts';
import { refusalCauses } from '../refusal-causes.ts';
import type { Rule } from '../types.ts';

/** The provider answers by redirect, even when it refuses. */
export const cb31: Rule = {
  id: 'CB31',
  severity: 'warning',
  gate: 'base',
  source: 'RFC 6749 section 4.1.2.1; RFC 9101 section 7',
  title: 'The provider does not refuse the request on its own page.',
  check(flow, context) {
    const { request, callback, hops } = flow;
    const last = hops.at(-1);
    if (!request || callback || flow.status === 'held' || last?.status === undefined || last.status < 400)
      return [];
    if (last.role !== 'authorize request' && last.role !== 'provider') return [];
    // Asking for a password by HTTP authentication is no refusal.
    if (last.status === 401 || last.status === 407) return [];
    // The page with which some providers send the error of a silent request to the application looks the same from here.
    if (flow.end?.kind === 'post-message')
      return [
        {
          severity: 'info',
          message: `${hostOf(last.url)} answered the silent request with ${last.status}: an error that the application gets by postMessage, such as login_required, or a refusal.`,
          remedy: `If the application gets no message: ${refusalCauses(flow, context)}`,
          at: { part: 'hop' },
        },
      ];
    return [
      {
        message: `${hostOf(last.url)} answered ${last.role === 'authorize request' ? 'the authorize request' : 'a page of the sign-in'} with ${last.status} and did not redirect back.`,
        remedy:
          last.status >= 500
            ? 'Try again later; give the provider the time of this attempt.'
            : refusalCauses(flow, context),
        at: { part: 'hop' },
      },
    ];
  },
};
