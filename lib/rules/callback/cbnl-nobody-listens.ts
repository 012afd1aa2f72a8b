import { hostOf } from '../../oauth/url.ts';
import type { Rule } from '../types.ts';

/** The application at the redirect URI answers. */
export const cbNobody: Rule = {
  id: 'CBNL',
  severity: 'warning',
  gate: 'base',
  source: 'RFC 6749 section 3.1.2.5',
  title: 'The redirect URI answers.',
  check({ callback }) {
    if (callback?.delivery !== 'unreachable') return [];
    return [
      {
        message: `Nothing answered at ${hostOf(callback.url)}${callback.error ? ` (${callback.error})` : ''}; the callback itself is complete.`,
        remedy:
          'Start the application that listens there, or exchange the code in Grantscope before it expires.',
        at: { part: 'callback' },
      },
    ];
  },
};
