import type { Context, Env } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** The codes of finAPI's errors that this sandbox can send. */
export type FinapiCode =
  | 'BAD_REQUEST'
  | 'ENTITY_EXISTS'
  | 'FORBIDDEN'
  | 'ILLEGAL_FIELD_VALUE'
  | 'LOCKED'
  | 'MISSING_CREDENTIALS'
  | 'MISSING_FIELD'
  | 'UNAUTHORIZED_ACCESS'
  | 'UNEXPECTED_ERROR'
  | 'UNKNOWN_ENTITY'
  | 'UNSUPPORTED_MEDIA_TYPE';

/** The server of finAPI that answers: its clock, and what it knows of the caller. */
export interface ErrorSource {
  readonly now: () => number;
}

/** An `ErrorMessage`: what every endpoint answers but those that check credentials. */
export function errorMessage<E extends Env>(
  c: Context<E>,
  { now }: ErrorSource,
  status: ContentfulStatusCode,
  code: FinapiCode,
  message: string,
  authContext = '1/0',
): Response {
  const body = {
    errors: [{ message, code, type: 'TECHNICAL', multiStepAuthentication: null }],
    date: new Date(now()).toISOString().replace('T', ' ').replace('Z', ''),
    requestId: c.res.headers.get('X-Request-Id'),
    endpoint: `${c.req.method} ${c.req.path}`,
    authContext,
    bank: null,
  };
  return c.json(body, status);
}

/** A `BadCredentialsError`: what the token endpoint answers, and every other one when the token is no good. */
export function badCredentials<E extends Env>(
  c: Context<E>,
  status: ContentfulStatusCode,
  error: string,
  description: string,
): Response {
  return c.json({ error, error_description: description }, status);
}
