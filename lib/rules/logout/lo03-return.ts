import { quoteValue } from '../define.ts';
import type { Rule } from '../types.ts';

/** A logout leads back to where it was asked to. */
export const lo03: Rule = {
  id: 'LO03',
  severity: 'warning',
  gate: 'base',
  source: 'OpenID Connect RP-Initiated Logout 1.0 sections 3 and 4',
  title: 'A logout leads back to the address that it names.',
  check({ logout, returned, hops, abandoned }) {
    const status = hops.at(-1)?.status;
    const over = abandoned !== undefined || (status !== undefined && status >= 400);
    if (!logout?.returnUri || returned || !over) return [];
    const { name, value } = logout.returnUri;
    const answer = status === undefined ? 'did not answer' : `answered ${status}`;
    return [
      {
        message: `The provider ${answer} and did not lead back to ${name} ${quoteValue(value)}.`,
        remedy: `Compare ${name} with the addresses that are registered for logout; those of the sign-in do not count.`,
        at: { part: 'request', parameter: name },
      },
    ];
  },
};
