/** What a call of a page asks for, as far as Grantscope keeps calls of pages. */
export type CallKind = 'token' | 'revocation' | 'introspection' | 'userinfo';

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
const REVOCATION = /\/revo(?:ke|cation)(?:[/_-]|$)/i;
const INTROSPECTION = /\/(?:token[_-]?)?introspect(?:ion)?$/i;
const USERINFO = /\/(?:user-?info|user_info)$/i;

/**
 * What a request of a page asks of an authorization server; undefined for everything else, which is nobody's business.
 * A token request names its grant (RFC 6749 sections 4.1.3 to 6), a revocation or introspection its token (RFC 7009
 * section 2.1, RFC 7662 section 2.1), and a UserInfo request carries a bearer token (OpenID Connect Core section 5.3.1).
 */
export function recogniseCall({ method, url, fields, authorization }: PageRequest): CallKind | undefined {
  const path = pathOf(url);
  if (path === undefined) return undefined;
  const has = (name: string): boolean => fields.some((field) => field.name === name && field.value !== '');
  if (method === 'POST' && has('grant_type')) return 'token';
  if (method === 'POST' && has('token')) {
    if (REVOCATION.test(path)) return 'revocation';
    if (INTROSPECTION.test(path)) return 'introspection';
  }
  const bearer = /^(?:Bearer|DPoP) /i.test(authorization ?? '');
  return bearer && USERINFO.test(path) ? 'userinfo' : undefined;
}

function pathOf(url: string): string | undefined {
  const [, path] = /^https?:\/\/[^/?#]*([^?#]*)/i.exec(url) ?? [];
  return path;
}
