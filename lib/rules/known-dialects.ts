import type { Flow } from '../flow/types.ts';
import { hostOf } from '../oauth/url.ts';

/** Providers whose documents separate scopes with commas, by their hosts. */
const COMMA_SCOPES =
  /(?:^|\.)(?:facebook\.com|instagram\.com|slack\.com|myshopify\.com|strava\.com|tiktok\.com|linear\.app|pinterest\.com|github\.com)$/;

/** Providers that answer with an id_token, and take a nonce, without the scope openid. */
const ID_TOKEN_WITHOUT_OPENID = /(?:^|\.)appleid\.apple\.com$/;

/** True where the provider's own documents write commas between scopes, against RFC 6749 section 3.3. */
export function documentsCommaScopes(flow: Flow): boolean {
  return COMMA_SCOPES.test(providerHost(flow));
}

/** True where an id_token comes without the scope openid, by the provider's documents or by what came back. */
export function givesIdTokenAnyway(flow: Flow): boolean {
  return (
    flow.callback?.response.values.id_token !== undefined || ID_TOKEN_WITHOUT_OPENID.test(providerHost(flow))
  );
}

function providerHost({ request }: Flow): string {
  return request ? hostOf(request.url).replace(/:\d+$/, '').toLowerCase() : '';
}
