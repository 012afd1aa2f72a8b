import type { InferOutput } from 'valibot';
import { decodeToken } from '../jwt/decode.ts';
import { looksLikeToken } from '../jwt/find-tokens.ts';
import type { DecodedToken } from '../jwt/types.ts';
import type { Aliases, StandardName } from './aliases.ts';
import { claimParameters } from './claims.ts';
import { nameValues } from './named-value.ts';
import { bodyParameters } from './observed-body.ts';
import { firstValue, type Parameter, parseParameters } from './parameters.ts';
import type { AuthorizeRequestSchema } from './schema/authorize-request-schema.ts';
import type { SentRequest } from './sent-request.ts';
import { splitUrl } from './url.ts';

/** What the client sent to the authorization endpoint. */
export type AuthorizeRequest = InferOutput<typeof AuthorizeRequestSchema>;

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
  const fragment = requestInFragment(url);
  const form = bodyParameters(body);
  const parameters = [...query, ...fragment, ...form];
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
      ...nameValues(fragment, 'fragment', aliases),
      ...nameValues(query, 'query', aliases),
      ...nameValues(claims, 'request object', aliases),
    },
  };
}

/** The parameters of a request whose URL was written with `#` in the place of `?`; empty for every other URL. */
function requestInFragment(url: string): readonly Parameter[] {
  const { query, fragment } = splitUrl(url);
  if (query !== undefined || fragment === undefined || !/^\w+=/.test(fragment)) return [];
  return /(?:^|&)(?:response_type|client_id)=./.test(fragment) ? parseParameters(fragment) : [];
}

/** Files that a page loads; a request for one is no authorization traffic, whatever its parameters are called. */
const OF_PAGE =
  /\.(?:m?js|css|map|png|jpe?g|gif|svg|ico|webp|avif|woff2?|ttf|otf|json|xml|txt|pdf|zip|mp[34]|webm|wasm)$/i;

/** True for the address of a script, style, image or other file. */
export function isFile(url: string): boolean {
  return OF_PAGE.test(splitUrl(url).base);
}

const RESPONSE_TYPES = /^(?:code|token|id_token|none)\b/;

/** What a request says beside the client and its redirect URI. */
const REQUESTED = ['scope', 'state', 'nonce', 'code_challenge', 'flowid'] as const;

/**
 * A request is taken for an authorize request when it carries a request object, refers to one for a client, or names at
 * least two of response_type, client_id, redirect_uri — so that a faulty one, which lacks a required parameter, is seen.
 * Names without values are none; a code or an error beside a client belongs to another endpoint unless more is requested.
 */
export function isAuthorizeRequest({ url, values, requestObject }: AuthorizeRequest): boolean {
  if (isFile(url)) return false;
  const filled = (name: StandardName): boolean => (values[name]?.value.trim() ?? '') !== '';
  const client = filled('client_id');
  if (values.response_type && RESPONSE_TYPES.test(values.response_type.value.trim()))
    return client || filled('redirect_uri') || requestObject !== undefined || filled('request_uri');
  if (requestObject) return client || isRequestObject(requestObject, filled);
  if (filled('request_uri') && client) return true;
  const requested = REQUESTED.some(filled);
  if (values.code || values.error)
    return client && filled('redirect_uri') && (filled('scope') || filled('code_challenge'));
  return client && (filled('redirect_uri') || (values.redirect_uri !== undefined && requested));
}

/** A token named `request` is a request object when it has a claim of one (RFC 9101 section 4); an encrypted one says nothing. */
function isRequestObject({ payload, kind }: DecodedToken, filled: (name: StandardName) => boolean): boolean {
  if (kind === 'jwe' || payload === undefined) return filled('state') || filled('scope');
  return filled('redirect_uri') || filled('response_type') || filled('scope') || payload.claims !== undefined;
}
