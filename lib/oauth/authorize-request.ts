import { decodeToken } from '../jwt/decode.ts';
import { looksLikeToken } from '../jwt/find-tokens.ts';
import type { DecodedToken } from '../jwt/types.ts';
import type { Aliases } from './aliases.ts';
import { claimParameters } from './claims.ts';
import { type NamedValues, nameValues } from './named-value.ts';
import { bodyParameters } from './observed-body.ts';
import { firstValue, type Parameter, parseParameters } from './parameters.ts';
import type { SentRequest } from './sent-request.ts';
import { splitUrl } from './url.ts';

/** What the client sent to the authorization endpoint. */
export interface AuthorizeRequest {
  readonly url: string;
  readonly method: string;
  /** Exactly as sent, in order, repeats included; a POST's body follows its query. */
  readonly parameters: readonly Parameter[];
  /** The request object (RFC 9101), when one was sent by value. Not verified. */
  readonly requestObject?: DecodedToken;
  /**
   * The request as the server should read it: claims of the request object win over parameters outside of it
   * (RFC 9101 section 6.3).
   */
  readonly values: NamedValues;
}

/**
 * Reads an authorize request from a URL and, for a POST, its form body (RFC 6749 section 4.1.1, OpenID Core section
 * 3.1.2.1). Undefined when neither has enough to be one: see {@link isAuthorizeRequest}.
 */
export function readAuthorizeRequest(sent: SentRequest, aliases: Aliases): AuthorizeRequest | undefined {
  const request = parseAuthorizeRequest(sent, aliases);
  return isAuthorizeRequest(request) ? request : undefined;
}

/** Reads a URL that is known to be an authorize request, however little it says. */
export function parseAuthorizeRequest(
  { url, method = 'GET', body }: SentRequest,
  aliases: Aliases,
): AuthorizeRequest {
  const query = parseParameters(splitUrl(url).query ?? '');
  const form = bodyParameters(body);
  const parameters = [...query, ...form];
  const object = firstValue(parameters, 'request');
  const requestObject =
    object !== undefined && looksLikeToken(object.trim()) ? decodeToken(object) : undefined;
  const claims = requestObject?.payload ? claimParameters(requestObject.payload) : [];
  return {
    url,
    method,
    parameters,
    ...(requestObject ? { requestObject } : {}),
    values: {
      ...nameValues(form, 'form', aliases),
      ...nameValues(query, 'query', aliases),
      ...nameValues(claims, 'request object', aliases),
    },
  };
}

/**
 * A request is taken for an authorize request when it carries a request object, refers to one for a client, or names at
 * least two of response_type, client_id, redirect_uri — so that a faulty one, which lacks a required parameter, is seen.
 */
export function isAuthorizeRequest({ values, requestObject }: AuthorizeRequest): boolean {
  if (values.code && !values.response_type) return false;
  if (values.response_type && /^(code|token|id_token|none)\b/.test(values.response_type.value)) {
    return Boolean(values.client_id || values.redirect_uri || requestObject || values.request_uri);
  }
  if (requestObject || (values.request_uri && values.client_id)) return true;
  return Boolean(values.client_id && values.redirect_uri);
}
