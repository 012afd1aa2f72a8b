import type { Flow } from '../../flow/types.ts';
import { decodeToken } from '../../jwt/decode.ts';
import { looksLikeToken } from '../../jwt/find-tokens.ts';
import { COMMON_ALIASES } from '../../oauth/aliases.ts';
import type { AuthorizationResponse } from '../../oauth/authorization-response.ts';
import type { AuthorizeRequest } from '../../oauth/authorize-request.ts';
import { nameValues } from '../../oauth/named-value.ts';
import { firstValue } from '../../oauth/parameters.ts';

/**
 * A flow as a file holds it: without what is decoded from its tokens, which would be most of the file and must not be
 * believed of a file anyway.
 */
export function withoutTokens(flow: Flow): unknown {
  const { request, callback, webhooks } = flow;
  return {
    ...flow,
    ...(request ? { request: without(request, 'requestObject') } : {}),
    ...(callback ? { callback: { ...callback, response: without(callback.response, 'jarm') } } : {}),
    ...(webhooks
      ? { webhooks: webhooks.map((one) => ({ ...one, response: without(one.response, 'jarm') })) }
      : {}),
  };
}

/** The same flow with its tokens decoded from the parameters that carry them, as when it was captured. */
export function withTokens(flow: Flow): Flow {
  const { request, callback, webhooks } = flow;
  return {
    ...flow,
    ...(request ? { request: withRequestObject(request) } : {}),
    ...(callback ? { callback: { ...callback, response: withJarm(callback.response) } } : {}),
    ...(webhooks ? { webhooks: webhooks.map((one) => ({ ...one, response: withJarm(one.response) })) } : {}),
  };
}

function withRequestObject(request: AuthorizeRequest): AuthorizeRequest {
  const token = firstValue(request.parameters, 'request');
  if (token === undefined || !looksLikeToken(token.trim())) return request;
  return { ...request, requestObject: decodeToken(token) };
}

function withJarm(response: AuthorizationResponse): AuthorizationResponse {
  const token = nameValues(response.parameters, 'query', COMMON_ALIASES).response?.value;
  if (token === undefined || !looksLikeToken(token.trim())) return response;
  return { ...response, jarm: decodeToken(token) };
}

function without<T extends object, K extends keyof T>(value: T, name: K): Omit<T, K> {
  const { [name]: _, ...rest } = value;
  return rest;
}
