import type { Flow } from '../../flow/types.ts';
import { exchangesOf } from '../exchanges.ts';
import { hasAuthentication } from '../pushed-request.ts';
import { hasPrivateScheme } from '../redirect-target.ts';
import {
  documented,
  inRequest,
  isHidden,
  isOwnProvider,
  opened,
  responseTypes,
  sent,
  sentText,
} from '../request-facts.ts';
import type { Found, Rule, Severity } from '../types.ts';

/** A stolen or injected code is of no use. */
export const ar19: Rule = {
  id: 'AR19',
  severity: 'warning',
  gate: 'base',
  source:
    'RFC 9700 section 2.1.1; FAPI 2.0 Security Profile section 5.3.3.2-3; FAPI 1.0 Advanced section 5.2.3-15',
  title: 'The code flow uses PKCE; a public client and FAPI 2.0 must.',
  check(flow, context) {
    const types = responseTypes(flow);
    if (isHidden(flow) || types.length !== 1 || types[0] !== 'code' || sent(flow, 'code_challenge'))
      return [];
    const must = opened(context, 'fapi2');
    // A provider of its own that does not document PKCE would ignore it.
    if (!must && isOwnProvider(context) && !documented(context, 'code_challenge')) return [];
    if (must) return [found('error', 'code_challenge is missing; FAPI 2.0 requires PKCE.')];
    const method = sent(flow, 'code_challenge_method');
    if (method)
      return [found('warning', `${method.name} is sent without code_challenge, so PKCE is not used.`)];
    if (isPublic(flow))
      return [
        found(
          'warning',
          'code_challenge is missing: whoever steals the code of this public client can exchange it.',
        ),
      ];
    return [
      found(
        'info',
        'code_challenge is missing; the client secret protects a stolen code, PKCE also an injected one.',
      ),
    ];
  },
};

function found(severity: Severity, message: string): Found {
  const remedy =
    'Send code_challenge with code_challenge_method=S256, and code_verifier in the token request.';
  return { severity, message, remedy, at: inRequest('code_challenge') };
}

/** True when what was seen is a client without a secret: an installed application, a page, an exchange without credentials. */
function isPublic(flow: Flow): boolean {
  const uri = sent(flow, 'redirect_uri')?.value ?? '';
  const exchanges = exchangesOf(flow);
  return (
    hasPrivateScheme(uri) ||
    /message/.test(sentText(flow, 'response_mode') ?? '') ||
    (exchanges.length > 0 && !exchanges.some(hasAuthentication))
  );
}
