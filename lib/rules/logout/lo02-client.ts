import { quoteValue } from '../define.ts';
import type { Rule } from '../types.ts';

/** A logout says who asks, or the provider cannot lead back. */
export const lo02: Rule = {
  id: 'LO02',
  severity: 'warning',
  gate: 'base',
  source: 'OpenID Connect RP-Initiated Logout 1.0 sections 2 and 3',
  title: 'A logout that asks for a return names its client, by id_token_hint or client_id.',
  check({ logout }) {
    if (!logout?.returnUri || logout.hint || logout.clientId !== undefined) return [];
    const { name, value } = logout.returnUri;
    return [
      {
        message: `${name} ${quoteValue(value)} was sent without id_token_hint and without client_id, so that the provider cannot tell whose it is.`,
        remedy: 'Send the last id_token as id_token_hint, or the client_id.',
        at: { part: 'request', parameter: name },
      },
    ];
  },
};
