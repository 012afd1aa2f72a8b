import type { InferOutput } from 'valibot';
import { bodyParameters } from './observed-body.ts';
import { firstValue, parseParameters } from './parameters.ts';
import type { LogoutRequestSchema } from './schema/logout-request-schema.ts';
import type { SentRequest } from './sent-request.ts';
import { splitUrl } from './url.ts';

/** What a client sent to a logout endpoint (OpenID Connect RP-Initiated Logout 1.0 section 2). */
export type LogoutRequest = InferOutput<typeof LogoutRequestSchema>;

/** Names for the place to come back to: the standard one, Amazon Cognito's and Auth0's. */
const RETURN_NAMES = ['post_logout_redirect_uri', 'logout_uri', 'returnTo'] as const;

/** Names by which a logout is recognised before anything of it is parsed. */
export const LOGOUT_NAMES: readonly string[] = [...RETURN_NAMES, 'id_token_hint'];

/**
 * Reads a logout request. Undefined for anything else: an authorize request may carry an id_token_hint too, and the names
 * that are no standard's count only beside a client.
 */
export function readLogoutRequest({ url, method = 'GET', body }: SentRequest): LogoutRequest | undefined {
  const parameters = [...parseParameters(splitUrl(url).query ?? ''), ...bodyParameters(body)];
  const value = (name: string): string | undefined => firstValue(parameters, name) || undefined;
  if (value('response_type') || value('redirect_uri') || value('request')) return undefined;
  const clientId = value('client_id');
  const hint = /^ey.*\./.test(value('id_token_hint') ?? '');
  const name = RETURN_NAMES.find(
    (one) => value(one) !== undefined && (one === 'post_logout_redirect_uri' || clientId !== undefined),
  );
  if (!hint && name === undefined) return undefined;
  const state = value('state');
  return {
    url,
    method,
    parameters,
    ...(name ? { returnUri: { name, value: value(name) ?? '' } } : {}),
    ...(clientId === undefined ? {} : { clientId }),
    ...(state === undefined ? {} : { state }),
    hint,
  };
}
