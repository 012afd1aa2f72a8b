/** What a call of a page asks for, as far as Grantscope keeps calls of pages. */
export type CallKind =
  | 'token'
  | 'par'
  | 'device'
  | 'ciba'
  | 'registration'
  | 'revocation'
  | 'introspection'
  | 'userinfo'
  | 'logout'
  | 'jwks'
  | 'discovery'
  /** Anything else that carries an access token. */
  | 'resource';

/** A field of a form, or a member of a JSON object. */
export interface CallField {
  readonly name: string;
  readonly value: string;
}

/** A request of a page, as far as it tells what it asks for. */
export interface PageRequest {
  readonly method: string;
  readonly url: string;
  /** Fields of a form, or the members at the top of a JSON body. */
  readonly fields: readonly CallField[];
  /** The value of `Authorization`, when it was sent. */
  readonly authorization?: string;
}

/** Endpoints whose requests carry nothing by which to tell them; the path is what providers agree on. */
const PATHS = {
  par: /\/(?:par|pushed[_-]?authori[sz]ation(?:[_-]?request)?|push(?:ed)?)$/i,
  device: /\/device(?:[_-]?(?:authori[sz]ation|code)|\/(?:auth|code|authorize))?$/i,
  ciba: /\/(?:bc-authori[sz]e|backchannel|ciba)(?:\/|$)/i,
  registration: /\/(?:reg|register|registration|clients)$/i,
  revocation: /\/revo(?:ke|cation)(?:[/_-]|$)/i,
  introspection: /\/(?:token[_-]?)?introspect(?:ion)?$/i,
  userinfo: /\/(?:user-?info|user_info)$/i,
  logout: /\/(?:end[_-]?session|session\/end|log-?out|sign-?out)$/i,
  jwks: /\/(?:jwks?(?:\.json)?|certs|keys|jwks_uri)$/i,
  discovery:
    /\/\.well-known\/(?:openid-configuration|oauth-authorization-server)(?:\/|$)|\/openid-configuration$/i,
} as const;

/**
 * What a request of a page asks of an authorization server, or with a token of one; undefined for everything else, which is
 * nobody's business. A token request names its grant (RFC 6749 sections 4.1.3 to 6), a pushed request carries an authorize
 * request (RFC 9126 section 2.1), a revocation or introspection its token (RFC 7009 section 2.1, RFC 7662 section 2.1).
 */
export function recogniseCall({ method, url, fields, authorization }: PageRequest): CallKind | undefined {
  const path = pathOf(url);
  if (path === undefined) return undefined;
  const has = (name: string): boolean => fields.some((field) => field.name === name && field.value !== '');
  if (method === 'POST') {
    if (has('grant_type')) return 'token';
    if ((has('response_type') || has('request')) && (has('client_id') || PATHS.par.test(path))) return 'par';
    if (has('client_id') && PATHS.device.test(path)) return 'device';
    if (has('scope') && PATHS.ciba.test(path)) return 'ciba';
    if (has('redirect_uris') && PATHS.registration.test(path)) return 'registration';
    if (has('token') && PATHS.revocation.test(path)) return 'revocation';
    if (has('token') && PATHS.introspection.test(path)) return 'introspection';
    if ((has('id_token_hint') || has('refresh_token')) && PATHS.logout.test(path)) return 'logout';
  }
  const bearer = /^(?:Bearer|DPoP) /i.test(authorization ?? '') || TOKEN_IN_URL.test(url);
  if (bearer) return PATHS.userinfo.test(path) ? 'userinfo' : 'resource';
  if (method !== 'GET') return undefined;
  if (PATHS.discovery.test(path)) return 'discovery';
  return PATHS.jwks.test(path) ? 'jwks' : undefined;
}

/** RFC 6750 section 2.3. */
const TOKEN_IN_URL = /[?&]access_token=./;

/** Whether the address alone may be that of a call: for requests that have neither a body nor credentials in a header. */
export function isCallByAddress(url: string): boolean {
  if (TOKEN_IN_URL.test(url)) return true;
  const path = pathOf(url);
  return path !== undefined && (PATHS.discovery.test(path) || PATHS.jwks.test(path));
}

function pathOf(url: string): string | undefined {
  const [, path] = /^https?:\/\/[^/?#]*([^?#]*)/i.exec(url) ?? [];
  return path;
}
