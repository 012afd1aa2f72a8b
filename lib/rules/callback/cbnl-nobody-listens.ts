import { hostOf } from '../../oauth/url.ts';
import type { Rule } from '../types.ts';

/** Somebody answers at the redirect URI. */
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
        message: `Nobody answered at ${hostOf(callback.url)}${callback.error ? ` (${callback.error})` : ''}; the response itself is whole.`,
        remedy: 'Start the application that listens there, or exchange the code from here before it expires.',
        at: { part: 'callback' },
      },
    ];
  },
};
