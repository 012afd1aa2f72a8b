import { quoteValue } from '../define.ts';
import { documented, inRequest, isHidden, isOwnProvider, responseTypes, sent } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** An id_token that comes through the browser carries a nonce back. */
export const ar17: Rule = {
  id: 'AR17',
  severity: 'error',
  gate: 'oidc',
  source: 'OpenID Connect Core 1.0 sections 3.2.2.1 and 3.3.2.1',
  title: 'nonce is present when response_type contains id_token.',
  check(flow, context) {
    if (isHidden(flow) || sent(flow, 'nonce') || !responseTypes(flow).includes('id_token')) return [];
    const unknown = isOwnProvider(context) && !documented(context, 'nonce');
    const type = sent(flow, 'response_type')?.value ?? '';
    return [
      {
        ...(unknown ? { severity: 'info' as const } : {}),
        message: `nonce is missing, but response_type ${quoteValue(type)} asks for an id_token.`,
        remedy: unknown
          ? 'The provider documents none; without it an id_token cannot be tied to this request.'
          : 'Send a new random nonce and compare it with the one in the id_token.',
        at: inRequest('nonce'),
      },
    ];
  },
};
