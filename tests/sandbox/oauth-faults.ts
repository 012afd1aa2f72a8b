import type { Context } from 'hono';
import type { AnsweredFault } from './faults.ts';

/** The faults of a provider that answers errors as OAuth does; no provider documents these bodies. */
const ANSWERS = {
  '500': [500, 'server_error', 'The sandbox was told to fail.'],
  locked: [423, 'access_denied', 'The account is locked.'],
  'ip-not-allowed': [403, 'access_denied', 'This address is not allowed to call the API.'],
} as const;

/** Answers a fault. A token endpoint says that the code expired, an API that the access token did. */
export function oauthFault(c: Context, kind: AnsweredFault, isTokenEndpoint: boolean): Response {
  c.header('Cache-Control', 'no-store');
  const [status, error, description] = kind === 'expired' ? expired(isTokenEndpoint) : ANSWERS[kind];
  return c.json({ error, error_description: description }, status);
}

function expired(isTokenEndpoint: boolean): readonly [400 | 401, string, string] {
  if (isTokenEndpoint) return [400, 'invalid_grant', 'The code has expired.'];
  return [401, 'invalid_token', 'The access token has expired.'];
}
