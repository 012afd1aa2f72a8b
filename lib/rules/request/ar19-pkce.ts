import {
  documented,
  inRequest,
  isHidden,
  isOwnProvider,
  opened,
  responseTypes,
  sent,
  words,
} from '../request-facts.ts';
import type { Rule, Severity } from '../types.ts';

/** A code is worth nothing to whoever steals it. */
export const ar19: Rule = {
  id: 'AR19',
  severity: 'warning',
  gate: 'base',
  source:
    'RFC 9700 section 2.1.1; FAPI 2.0 Security Profile section 5.3.3.2-3; FAPI 1.0 Advanced section 5.2.3-15',
  title: 'The code flow uses PKCE.',
  check(flow, context) {
    const types = responseTypes(flow);
    if (isHidden(flow) || types.length !== 1 || types[0] !== 'code' || sent(flow, 'code_challenge'))
      return [];
    const must = opened(context, 'fapi2');
    // A provider of its own that does not document PKCE would ignore it.
    if (!must && isOwnProvider(context) && !documented(context, 'code_challenge')) return [];
    const nonce = words(sent(flow, 'scope')?.value).includes('openid') && sent(flow, 'nonce') !== undefined;
    const severity: Severity = must ? 'error' : nonce ? 'info' : 'warning';
    return [
      {
        severity,
        message: nonce
          ? 'code_challenge is missing; only nonce protects against a code that somebody injects, and only if it is checked.'
          : 'code_challenge is missing: whoever steals the code can exchange it.',
        remedy: 'Send code_challenge and code_challenge_method=S256; without a client secret it is required.',
        at: inRequest('code_challenge'),
      },
    ];
  },
};
