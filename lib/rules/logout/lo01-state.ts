import { quoteValue } from '../define.ts';
import type { Rule } from '../types.ts';

/** The state that comes back from a logout is the one that was sent. */
export const lo01: Rule = {
  id: 'LO01',
  severity: 'error',
  gate: 'base',
  source: 'OpenID Connect RP-Initiated Logout 1.0 sections 2 and 3',
  title: 'The return from a logout has the state of the request.',
  check({ logout, returned }) {
    const [sent, received] = [logout?.state, returned?.state];
    if (!returned || sent === received || (sent === undefined && received === undefined)) return [];
    const came = received === undefined ? 'state is missing' : `state is ${quoteValue(received)}`;
    const asked =
      sent === undefined ? 'the logout request sent none' : `the logout request sent ${quoteValue(sent)}`;
    return [
      {
        message: `${came}; ${asked}.`,
        remedy: 'Ignore what state would say, such as the page to show next; compare it exactly.',
        at: { part: 'callback', parameter: 'state' },
      },
    ];
  },
};
