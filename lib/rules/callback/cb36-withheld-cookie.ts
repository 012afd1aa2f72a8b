import { isSilent } from '../../flow/flow-kind.ts';
import { awaitedRedirectUri } from '../../flow/recognise.ts';
import { siteOf } from '../../oauth/site.ts';
import { hostOf } from '../../oauth/url.ts';
import type { Rule } from '../types.ts';

/** Where nobody is signed in as far as a frame of another site can tell, the cookie may have been withheld. */
export const cb36: Rule = {
  id: 'CB36',
  severity: 'info',
  gate: 'base',
  source: 'OpenID Connect Core 1.0 section 3.1.2.6; RFC 6265bis section 5.2',
  title: 'A silent renewal in a frame gets the session cookie of the provider.',
  check(flow) {
    const { request, callback, frameId } = flow;
    const redirectUri = awaitedRedirectUri(flow);
    if (!request || redirectUri === undefined || frameId === 0 || !isSilent(flow)) return [];
    if (callback?.response.values.error?.value !== 'login_required') return [];
    if (siteOf(request.url) === siteOf(redirectUri)) return [];
    return [
      {
        message: `${hostOf(request.url)} sees nobody signed in. In a frame of another site the browser probably withheld its session cookie.`,
        remedy:
          'If the person is signed in, renew with a refresh token, or serve the provider from the application’s own site; third-party cookies are blocked by more and more browsers.',
        at: { part: 'callback', parameter: 'error' },
      },
    ];
  },
};
